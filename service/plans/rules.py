"""What an outcome and an action must say, and how an action stands to its day. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum, auto
from typing import Any
from uuid import UUID

from service.errors import AlreadyDone, ErrorCode, Problem, Refused

DAYS_AHEAD = 7
"""An action is due soon when its day is at most so many days away."""
SCALE = "Give the family's own number, a whole one from 0 to 10, or say why they were not asked."
PAST = "Choose today or a later day."
OF_OUTCOME = ("wording", "by_when", "baseline", "baseline_why_not")
OF_ACTION = ("what", "practitioner_id", "person_id", "by_when")
ALWAYS_FILLED = {"wording": "wording", "what": "what", "by_when": "byWhen", "need_ids": "needIds"}
"""What cannot be cleared, as a client spells it."""


class Timing(StrEnum):
    """How something that is not done yet stands to its day."""

    OVERDUE = auto()
    DUE = auto()
    SOON = auto()
    LATER = auto()


def timing(by_when: dt.date, *, today: dt.date) -> Timing:
    """Say how something open stands to its day; `today`: the date in London. It is overdue from the day after."""
    if by_when < today:
        return Timing.OVERDUE
    if by_when == today:
        return Timing.DUE
    return Timing.SOON if by_when <= today + dt.timedelta(days=DAYS_AHEAD) else Timing.LATER


def day_problems(by_when: dt.date, *, before: dt.date | None = None, today: dt.date, path: tuple[str, ...] = ()) -> Iterator[Problem]:
    """Say why a day cannot be set: it is past, and is not the one that was set before."""
    if by_when < today and by_when != before:
        yield Problem(ErrorCode.BAD_USER_INPUT, PAST, (*path, "byWhen"))


def scale_problems(number: int | None, why_not: str | None, *path: str) -> Iterator[Problem]:
    """Say why a number on the family's own scale cannot stand: it is 0 to 10, or there is a reason for none, and never both."""
    if (number is None) == (why_not is None) or (number is not None and not 0 <= number <= 10):
        yield Problem(ErrorCode.BAD_USER_INPUT, SCALE, path)


def need_problems(needs: Collection[UUID], known: Mapping[UUID, str], kept: Collection[UUID] = ()) -> Iterator[Problem]:
    """Say which needs an outcome cannot be for; `known`: those of the case with their status; `kept`: those that it is for already."""
    if not needs:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Name at least one need that the outcome is for.", ("needIds",))
    for index, need in enumerate(needs):
        if need not in known:
            yield Problem(ErrorCode.NOT_FOUND, "There is no need by this id on this case.", ("needIds", str(index)))
        elif known[need] != "open" and need not in kept:
            yield Problem(ErrorCode.BAD_USER_INPUT, "This need is not open any more. Choose one that is.", ("needIds", str(index)))


def who_problems(
    action: Mapping[str, Any], *, helpers: Collection[UUID], family: Collection[UUID], path: tuple[str, ...] = ()
) -> Iterator[Problem]:
    """Say why somebody cannot do an action: one practitioner who works with the family does it, or one of the family."""
    practitioner, person = action.get("practitioner_id"), action.get("person_id")
    if (practitioner is None) == (person is None):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Name one practitioner or one person of the family who does it.", (*path, "practitionerId"))
    elif practitioner and practitioner not in helpers:
        sentence = "Choose somebody of the team around the family, or of the team that has the case. Add them to the first, if need be."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, (*path, "practitionerId"), "works_with_the_family")
    elif person and person not in family:
        yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id on the case or in its household.", (*path, "personId"))


def one_who(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changes of an action in which another who does it takes the place of the one before, of whichever kind they were."""
    other = {"practitioner_id": "person_id", "person_id": "practitioner_id"}
    named = [name for name in other if changes.get(name)]
    return {other[name]: None for name in named} | dict(changes)


def refuse_unless_open(row: Mapping[str, Any], what: str, path: str) -> None:
    """Raise AlreadyDone for an outcome or action that is not open any more."""
    if row["status"] != "open":
        raise AlreadyDone(f"This {what} is not open any more.", path=(path,))


def refuse_open_actions(count: int) -> None:
    """Raise Refused while something is still to be done towards an outcome."""
    if count:
        said = (
            f"{count} actions of this outcome are still open. Finish them, or end each with a reason."
            if count > 1
            else ("One action of this outcome is still open. Finish it, or end it with a reason.")
        )
        raise Refused(said, path=("outcomeId",), reason="no_open_actions")


def done_problems(done_on: dt.date, *, today: dt.date) -> Iterator[Problem]:
    """Say why something cannot have been done on a day."""
    if done_on > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say the day on which it was done: today or a day before.", ("doneOn",))
