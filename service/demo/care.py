"""Care with the people of one case: how they are reached safely, what they need, who they are to each other, what was entered wrongly."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from service.deadlines.rules import DAY, day_in_london
from service.demo.stories import Step
from service.demo.telling import Told

REVIEWED_IN = 60


def cared_for(told: Told) -> Iterator[Step]:
    """The worker learns how to reach the family safely, warns of a dog, and puts right what was entered for somebody else."""
    yield Step(1, lambda at: reached(told, at))
    yield Step(1, lambda at: understood(told, at))
    yield Step(1, lambda at: warned(told, at))
    yield Step(1, lambda at: entered_wrongly(told, at))


def doing(told: Told, at: dt.datetime) -> Any:
    """Return what makes one change after another, a minute apart, as the worker."""
    minutes = iter(range(1, 60))

    async def do(mutation: str, *, who: str = told.worker, **given: Any) -> Any:
        return await told.do(at + dt.timedelta(minutes=next(minutes)), who, mutation, **given)

    return do


async def reached(told: Told, at: dt.datetime) -> None:
    """The children's mother can be rung and not be written to; her first number was a neighbour's."""
    do, mother = doing(told, at), told.person(told.family.speaks_for_the_children)
    first = await do("addContactDetail", personId=mother, kind="TELEPHONE", value="01632 960198", audience="EVERYBODY")
    detail = {"contactDetailId": f"detail_{first}"}
    await do("amendContactDetail", **detail, expectedRevision=1, reason="She asked that it be kept to us.", audience="CASE_HOLDERS")
    await do("endContactDetail", **detail, reason="It is her neighbour's, who has moved.")
    mobile = {"kind": "TELEPHONE", "value": "07700 900461", "note": "Her own mobile.", "audience": "THIS_CASE"}
    await do("addContactDetail", personId=mother, caseId=f"case_{told.case}", **mobile)
    safe = await do("recordSafeContact", personId=mother, unsafe="Do not write: somebody else opens the post.", source="Herself")
    statement = {"safeContactId": f"safecontact_{safe}", "expectedRevision": 1, "reason": "She said when it is safe."}
    await do("amendSafeContact", **statement, preferred="By text, while the children are at school.")
    child = told.person(told.family.children[0])
    of_child = await do("recordSafeContact", personId=child, unsafe="Do not ring the school in the morning.", source="The school")
    await do("endSafeContact", safeContactId=f"safecontact_{of_child}", reason="The school can be rung at any time now.")


async def understood(told: Told, at: dt.datetime) -> None:
    """She needs an interpreter, and has parental responsibility for her child."""
    do, mother = doing(told, at), told.person(told.family.speaks_for_the_children)
    needs = await do("recordAccessNeeds", personId=mother, language="Polish", interpreterNeeded=False)
    statement = {"accessNeedsId": f"accessneeds_{needs}", "expectedRevision": 1, "reason": "For meetings she does."}
    await do("amendAccessNeeds", **statement, interpreterNeeded=True, communication="Time to read letters before a meeting.")
    people = {"personId": told.person(told.family.children[0]), "relativeId": mother}
    said = {"kind": "OTHER_PARENT", "responsibility": "HAS", "basis": "BIRTH", "source": "Herself"}
    related = await do("recordRelationship", **people, **said)
    seen = {"source": "The birth certificate was seen.", "kind": "MOTHER"}
    await do("amendRelationship", relationshipId=f"relationship_{related}", expectedRevision=1, reason="Seen on paper.", **seen)


async def warned(told: Told, at: dt.datetime) -> None:
    """There is a dog, of which visitors are warned; and for a while the stairs were broken."""
    do, day = doing(told, at), day_in_london(at)
    until = {"familyTold": True, "reviewOn": (day + DAY * REVIEWED_IN).isoformat(), "caseId": f"case_{told.case}"}
    dog = await do("setMarker", kind="ANIMAL", reason="A large dog, loose in the yard.", source="The postman", **until)
    marker = {"markerId": f"marker_{dog}"}
    await do("amendMarker", **marker, expectedRevision=1, why="The family was asked.", reason="A large dog; they keep it in when you ring.")
    later = (day + DAY * 2 * REVIEWED_IN).isoformat()
    await do("reviewMarker", **marker, who=told.manager, expectedRevision=2, reviewOn=later, finding="It still runs loose at times.")
    stairs = await do("setMarker", kind="PREMISES", reason="The stairs have no rail.", source="Seen at a visit", **until)
    await do("endMarker", markerId=f"marker_{stairs}", reason="The landlord has put up a rail.")
    told.version += 5


async def entered_wrongly(told: Told, at: dt.datetime) -> None:
    """A note belonged to another family, which the manager confirms; another that was doubted was right."""
    do, words = doing(told, at), {"kind": "TELEPHONE_CALL", "happenedOn": day_in_london(at).isoformat()}
    wrong = f"note_{await do('addNote', caseId=f'case_{told.case}', text='Rang about the boiler.', **words)}"
    right = f"note_{await do('addNote', caseId=f'case_{told.case}', text='Rang about the school run.', **words)}"
    await do("markEnteredInError", recordId=wrong, reason="It is about another family.")
    await do("amendErrorMark", recordId=wrong, expectedRevision=1, reason="It is about another family of the same name.")
    await do("confirmEnteredInError", who=told.manager, recordId=wrong, note="Written again on the right case.")
    await do("markEnteredInError", recordId=right, reason="Was it their school run?")
    await do("dismissErrorMark", who=told.manager, recordId=right, note="It was theirs.")
    told.version += 7
