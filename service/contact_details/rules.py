"""What a contact detail must look like, and who may know it. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import AlreadyDone, ErrorCode, Problem

EDITABLE = ("kind", "value", "note", "audience")
ALWAYS_FILLED = {"kind": "kind", "value": "value", "audience": "audience"}
"""What cannot be cleared, as a client spells it."""

DIALLED = re.compile(r"[0-9 ()+./-]+(?:(?:x|ext\.?) ?[0-9]+)?")
FEWEST_DIGITS = 6
MAILED = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def fault(kind: str, value: str) -> str | None:
    """Say what is wrong with a value of a kind."""
    if kind == "telephone" and not (DIALLED.fullmatch(value.strip()) and sum(map(str.isdigit, value)) >= FEWEST_DIGITS):
        return "Write a telephone number in digits, such as 01632 960123. Put whose it is, or when to ring, in the note."
    if kind == "email" and not MAILED.fullmatch(value.strip()):
        return "Write an e-mail address such as name@example.org."
    return None


def problems(detail: Mapping[str, Any], *, case_named: bool) -> Iterator[Problem]:
    """Say what cannot be right in a contact detail; `case_named`: it says on which case it was recorded."""
    if sentence := fault(detail["kind"], detail["value"]):
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("value",))
    if detail["audience"] == "this_case" and not case_named:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Name the case whose holders may know it, or choose who else may.", ("audience",))


def refuse_ended(detail: Mapping[str, Any]) -> None:
    """Raise AlreadyDone for a detail by which they are not reached any more."""
    if detail["ended_at"] is not None:
        raise AlreadyDone("They are not reached this way any more. Add a new contact detail instead.", path=("contactDetailId",))
