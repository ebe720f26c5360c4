"""What the council sets of waits counts for those that begin from its instant on; a wait under way keeps what it was given."""

import datetime as dt
from collections.abc import Callable

import pytest

from service.deadlines.rules import Calendar, end_of, working_day
from service.transfers.facts import transfer_wait_until
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.configuring import bring_into_force, put, today
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.leaving import offer, step_down
from tests.functional.recording import decide

SCHOOL = gid("agency", "Larkfield Primary")


def ask_the_school(family: Family) -> None:
    family.searched()
    asked = {"agencyId": SCHOOL, "question": "Is Jake in school?", "ground": "The mother agreed."}
    family.record("triage", "askAgency", "agencyQuestion", **asked)


def come_from_social_care(family: Family) -> None:
    family.ask_for_help(source="SOCIAL_CARE")
    step_down(family)


def offer_elsewhere(family: Family) -> None:
    family.reviewing()
    offer(family)


def propose(family: Family) -> None:
    family.reviewing()
    family.record("worker", "proposeClosure", "closureProposal", closureReason="NEEDS_MET", why="All is well.")


def go_against_the_document(family: Family) -> None:
    family.decided()
    decide(family, 4, "EARLY_HELP_ASSESSMENT")


def end_the_lead(family: Family) -> None:
    family.planning()
    [row] = family.api.sql("SELECT 'lead_' || id AS id FROM lead_professional WHERE ended_at IS NULL")
    family.api.do("worker", "endLeadProfessional", "leadProfessional { id }", leadId=row["id"])


BEGIN: dict[str, Callable[[Family], object]] = {
    "involvement_answer": ask_the_school,
    "social_care_handover": come_from_social_care,
    "receiving_council": offer_elsewhere,
    "closure_agreement": propose,
    "threshold_approval": go_against_the_document,
    "referrer_to_be_told": Family.requested,
    "lead_to_be_agreed": end_the_lead,
}
"""How each wait that has a setting begins."""


def due(family: Family, kind: str) -> dt.datetime:
    """Return when a wait of the case is due that has not ended."""
    asked = "SELECT due_at FROM wait WHERE 'case_' || case_id = $1 AND kind = $2 AND ended_at IS NULL"
    [row] = family.api.sql(asked, family.case, kind)
    found: dt.datetime = row["due_at"]
    return found


def in_days(n: int, *closed: dt.date) -> dt.datetime:
    """Return when something is due that begins now and has so many working days."""
    return end_of(working_day(n, after=today(), calendar=Calendar(frozenset(closed))))


@pytest.mark.parametrize("kind", BEGIN)
def test_a_wait_goes_by_what_is_in_force_as_it_begins(api: Api, family: Family, kind: str) -> None:
    put(api, "waits.limit", about=kind, number=33)
    put(api, "waits.limit", about=kind, number=44, ahead=1)

    BEGIN[kind](family)

    assert due(family, kind) == in_days(33)


def test_a_wait_under_way_keeps_its_day_and_what_is_planned_counts_when_its_day_has_come(api: Api, family: Family) -> None:
    kind = "referrer_to_be_told"
    family.requested()
    plan = put(api, "waits.limit", about=kind, number=9, ahead=3)
    other = Family(api)
    other.requested()
    assert (due(family, kind), due(other, kind)) == (in_days(5), in_days(5))

    bring_into_force(api, plan["id"])

    third = Family(api)
    third.requested()
    assert (due(family, kind), due(third, kind)) == (in_days(5), in_days(9))


def test_days_on_which_the_council_is_closed_are_left_out(api: Api, family: Family) -> None:
    closed = [today() + dt.timedelta(days=n) for n in range(1, 8)]
    put(api, "calendar.extra_closed_days", days=[each.isoformat() for each in closed])

    family.requested()

    assert due(family, "referrer_to_be_told") == in_days(5, *closed)


def test_an_account_that_ends_leaves_each_case_waiting_as_its_locality_has_it(api: Api, family: Family) -> None:
    family.planning()
    put(api, "waits.limit", about="lead_to_be_agreed", number=7)
    put(api, "waits.limit", about="lead_to_be_agreed", number=3, localityId=gid("locality", "North"))

    given = {"practitionerId": gid("practitioner", "worker"), "expectedVersion": 1}
    api.do("administrator", "endPractitioner", "practitioner { id }", **given)

    assert due(family, "lead_to_be_agreed") == in_days(3)


def test_the_answer_to_a_referral_has_its_national_day_whatever_is_set(api: Api) -> None:
    given = {"name": "waits.limit", "about": "social_care_decision", "number": 3, "validFrom": today().isoformat(), "reason": "Later."}

    [problem] = api.refused("administrator", "setSetting", "setting { id }", expectedVersion=1, **given)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["about"])


def test_a_wait_that_begins_again_goes_by_what_was_set_when_it_was_recorded(api: Api, family: Family) -> None:
    family.ask_for_help(source="SOCIAL_CARE")
    recorded, kind = step_down(family), "social_care_handover"
    put(api, "waits.limit", about=kind, number=40)
    api.do("triage", "closeSocialCareCase", "stepDown { id }", stepDownId=recorded, closedOn=today().isoformat())

    given = {"stepDownId": recorded, "expectedRevision": 2, "reason": "Another family's.", "socialCareClosedOn": None}
    api.do("triage", "amendStepDown", "stepDown { id }", **given)

    assert due(family, kind) == in_days(20)


def test_how_long_the_other_council_is_waited_for_is_that_of_the_offer(api: Api, family: Family) -> None:
    family.reviewing()
    offer(family)
    put(api, "waits.limit", about="receiving_council", number=2)
    first = fact(family, transfer_wait_until)

    offer(family)

    days = [working_day(n, after=today(), calendar=Calendar()).isoformat() for n in (10, 2)]
    assert [first, fact(family, transfer_wait_until)] == days
