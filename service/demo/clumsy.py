"""What is entered wrongly in every service: each act sends something that cannot be, and the service says why."""

from service.demo import names
from service.demo.cast import BY_KEY
from service.demo.telling import Told

TOO_MUCH = "and so on, " * 2000


async def adds_a_note_of_tomorrow(told: Told) -> None:
    """Note something that has not happened yet."""
    await told.record("worker", "addNote", kind="HOME_VISIT", happenedOn=told.day(1), text="Visit.")


async def adds_an_endless_note(told: Told) -> None:
    """Paste far too much into a note."""
    await told.record("worker", "addNote", kind="OTHER", happenedOn=told.day(), text=TOO_MUCH)


async def starts_from_an_old_page(told: Told) -> None:
    """Start the assessment from a page that has grown old."""
    await told.record("worker", "startAssessment", expectedVersion=1)


async def withdraws_twice(told: Told) -> None:
    """Withdraw an agreement that is withdrawn already."""
    await told.do("worker", "withdrawAgreement", agreementId=f"agreement_{told.answers[0]}", how="By letter.")


async def looks_elsewhere(told: Told) -> None:
    """Somebody of another team notes something on a case that they do not see."""
    outsider = "south_one" if told.place.locality != "South" else "north_two"
    await told.record(outsider, "addNote", kind="OTHER", happenedOn=told.day(), text="Is this ours?")


async def opens_an_account_twice(told: Told) -> None:
    """Open an account for somebody who has one."""
    given = {"agencyId": told.teller.id("agency", names.SCHOOL), "name": "Helen Shaw", "jobTitle": "Teacher"}
    await told.do("administrator", "addPractitioner", email=BY_KEY["school"].email, **given)


async def sends_another_under_the_same_key(told: Told) -> None:
    """Send something else under a key that has had its effect."""
    used = told.teller.key(told.number, 1)
    given = {"kind": "ADULT", "givenName": "Nobody", "familyName": told.family.name, "idempotencyKey": used}
    await told.do(told.asked_by, "addPerson", **given)
