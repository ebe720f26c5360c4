"""What is done where a family has a second case: a brother or sister's, a duplicate, or one that it came back for."""

from collections.abc import Sequence

from service.demo.families import Member
from service.demo.intake import requests
from service.demo.telling import Told


async def opens_another(told: Told, children: Sequence[Member]) -> None:
    """Ask for help again, for some of the children; the story goes on with the new case."""
    told.asked_by = told.who("keeper")
    told.case_before, told.is_allocated, told.helped = told.case, False, children
    told.answers.clear()
    await requests(told, "RELATIVE_OR_CARER")


async def asks_for_sibling(told: Told) -> None:
    """The family asks for help for a brother or sister too, who gets a case of their own."""
    await opens_another(told, told.family.children[1:])


async def asks_twice(told: Told) -> None:
    """The grandmother asks for help for the same children, not knowing that somebody did."""
    await opens_another(told, told.helped)


async def comes_back(told: Told) -> None:
    """The family asks for help again after its case ended."""
    await opens_another(told, told.helped)


async def stays_apart(told: Told) -> None:
    """Decide that a brother's or sister's case stays a case of its own."""
    sibling = told.person(told.family.children[0])
    await told.record("keeper", "answerSiblingCase", siblingId=sibling, answer="APART", reason="Different fathers, and different schools.")


async def closes_as_duplicate(told: Told) -> None:
    """Close the case that was opened twice; the one before goes on."""
    surviving = {"reason": "DUPLICATE", "survivingCaseId": f"case_{told.case_before}"}
    await told.step(who_closes(told), "closeInError", note="The family's own request came the day before.", **surviving)


async def closes_as_duplicate_of_nothing(told: Told) -> None:
    """Close the case as a duplicate, without saying of which."""
    await told.step(who_closes(told), "closeInError", reason="DUPLICATE", note="Opened twice.")


def who_closes(told: Told) -> str:
    """Return whose the case is to close: the front door's manager until it is a team's."""
    return "manager" if told.is_allocated else "front_door_manager"
