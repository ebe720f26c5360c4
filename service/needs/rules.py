"""What a need must say, and what may become of it. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem, Refused
from service.households.family import Relative

EDITABLE = ("area", "description", "severity", "identified_on", "status", "status_why")
ALWAYS_FILLED = {"area": "area", "description": "description", "identified_on": "identifiedOn", "status": "status"}
"""What cannot be cleared, as a client spells it."""
BEFORE_BIRTH = dt.timedelta(weeks=40)
MOST_SEVERE = 10


def source_of(workflow: str) -> str:
    """Name the source of what is found on a case: the framework that the case is in. Never SEND, whoever writes."""
    return "caf" if workflow == "caf" else "early_help"


def problems(need: Mapping[str, Any], child: Relative | None, *, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in a need; `child`: whose it is, where they belong to the case's family."""
    if need["severity"] is not None and not 0 <= need["severity"] <= MOST_SEVERE:
        yield Problem(ErrorCode.BAD_USER_INPUT, f"Give a whole number from 0 to {MOST_SEVERE}, or leave it out.", ("severity",))
    if need["identified_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "A need was found on a day that has come. Choose today or a day before.", ("identifiedOn",))
    born = child and (child.born or child.expected)
    if born and need["identified_on"] < born - BEFORE_BIRTH:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This is before the pregnancy. Choose a later day.", ("identifiedOn",))


def child_problems(child: Relative | None) -> Iterator[Problem]:
    """Say why somebody cannot have a need on the register: it is for the children whose help on the case goes on."""
    if child is None or not child.on_case:
        yield Problem(ErrorCode.NOT_FOUND, "There is no child by this id whose help on this case goes on.", ("childId",))


def amended_status(before: Mapping[str, Any], changes: Mapping[str, Any], reason: str | None) -> dict[str, Any]:
    """Return the changes with the reason of a new status. Raise Refused for a new status without one, a reason without a new status."""
    is_new = changes.get("status") not in (None, before["status"])
    if is_new and not reason:
        raise Refused("Say why the need is met, has ended or is open again.", path=("reason",), reason="reason_of_status")
    if reason and not is_new:
        raise Refused(
            "A reason goes with another status. Choose one, or leave the reason out.", path=("reason",), reason="reason_of_status"
        )
    return {**changes, "status_why": reason} if is_new else dict(changes)


def refuse_unless_unanswered(need: Mapping[str, Any], outcomes: int) -> None:
    """Raise Refused unless a need is open and no outcome of the plan answers it."""
    if need["status"] != "open":
        raise Refused("This need is not open any more, so nothing has to be said about it.", path=("needId",), reason="need_open")
    if outcomes:
        raise Refused("The plan has an outcome for this need. End the outcome first.", path=("needId",), reason="need_answered")
