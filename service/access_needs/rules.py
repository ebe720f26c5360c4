"""What a statement of access needs must say. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import AlreadyDone, ErrorCode, Problem

TEXTS = ("language", "communication", "physical_access")
EDITABLE = (*TEXTS, "interpreter_needed", "noted_on")
ALWAYS_FILLED = {"interpreter_needed": "interpreterNeeded", "noted_on": "notedOn"}
"""What cannot be cleared, as a client spells it."""


def problems(needs: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what is missing in a statement, or cannot be."""
    if not any(needs[name] for name in TEXTS):
        sentence = "Say at least one: their language, what they need to communicate, or what they need to get in and around."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("language",))
    elif needs["interpreter_needed"] and not needs["language"]:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say in which language they need an interpreter.", ("language",))
    if needs["noted_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("notedOn",))


def refuse_replaced(needs: Mapping[str, Any]) -> None:
    """Raise AlreadyDone for a statement in whose place there is a newer one."""
    if needs["replaced_at"] is not None:
        raise AlreadyDone("A newer statement has taken the place of this one. Amend that.", path=("accessNeedsId",))
