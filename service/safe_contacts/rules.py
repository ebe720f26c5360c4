"""What a statement about safe contact must say. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import AlreadyDone, ErrorCode, Problem

TEXTS = ("preferred", "unsafe", "not_shared_with")
EDITABLE = (*TEXTS, "source", "said_on")
ALWAYS_FILLED = {"source": "source", "said_on": "saidOn"}
"""What cannot be cleared, as a client spells it."""


def problems(contact: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what is missing in a statement, or cannot be."""
    if not any(contact[name] for name in TEXTS):
        sentence = "Say at least one: how they want to be reached, how not, or with whom their details must not be shared."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("preferred",))
    if contact["said_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("saidOn",))


def refuse_ended(contact: Mapping[str, Any]) -> None:
    """Raise AlreadyDone for a statement that holds no more."""
    if contact["ended_at"] is not None:
        raise AlreadyDone("This holds no more. Record anew how they may be reached.", path=("safeContactId",))
