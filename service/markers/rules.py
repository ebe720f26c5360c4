"""What a warning marker must say, and how long it can stand without being looked at. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import AlreadyDone, ErrorCode, NotFound, Problem

EDITABLE = ("kind", "reason", "source", "known_on", "family_told", "why_not_told")
ALWAYS_FILLED = {"kind": "kind", "reason": "reason", "source": "source", "known_on": "knownOn", "family_told": "familyTold"}
"""What cannot be cleared, as a client spells it."""

LONGEST = dt.timedelta(days=183)
"""How far ahead the next review can lie: half a year, so that no marker becomes a label for life."""


def wrong(sentence: str, path: str) -> Problem:
    """Make the problem of one field."""
    return Problem(ErrorCode.BAD_USER_INPUT, sentence, (path,))


def problems(marker: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in a marker."""
    if marker["known_on"] > today:
        yield wrong("This became known on a day that has come. Choose today or a day before.", "knownOn")
    if marker["family_told"] and marker["why_not_told"]:
        yield wrong("The family was told: leave this out. Or say that they were not.", "whyNotTold")
    if not marker["family_told"] and not marker["why_not_told"]:
        yield wrong("Say why the family was not told of the marker, such as that it would put somebody in danger.", "whyNotTold")


def review_problems(review_on: dt.date, *, today: dt.date) -> Iterator[Problem]:
    """Say why a marker cannot be reviewed on a day."""
    if not today < review_on <= today + LONGEST:
        last = today + LONGEST
        yield wrong(f"Choose a day after today, and no later than {last.day} {last:%B %Y}: no marker stands unseen for longer.", "reviewOn")


def refuse_ended(marker: Mapping[str, Any]) -> None:
    """Raise AlreadyDone for a marker that has ended."""
    if marker["ended_at"] is not None:
        raise AlreadyDone("This marker has ended. Set a new one if there is a reason.", path=("markerId",))


def refuse_stranger(person: object, family: Mapping[Any, Any]) -> None:
    """Raise NotFound for somebody who is not of the family of the case."""
    if person is not None and person not in family:
        raise NotFound("There is nobody by this id on the case or in its household.", path=("personId",))
