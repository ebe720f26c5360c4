"""What can be said of a relationship, and whether somebody has parental responsibility on a day. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from service.errors import ErrorCode, Problem

EDITABLE = ("kind", "responsibility", "basis", "from_on", "until_on", "source")
ALWAYS_FILLED = {"kind": "kind", "responsibility": "responsibility", "source": "source"}
"""What cannot be cleared, as a client spells it."""

HAS, HAS_NOT = "has", "has_not"


@dataclass(frozen=True, slots=True)
class Responsible:
    """What is recorded of somebody's parental responsibility for a child; `until_on` is its last day."""

    child: UUID
    relative: UUID
    responsibility: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None

    def on(self, day: dt.date) -> bool | None:
        """Tell whether they have it on a day; None where that is not known. What has no first day was always so."""
        if self.responsibility not in (HAS, HAS_NOT):
            return None
        begun = self.from_on is None or self.from_on <= day
        return self.responsibility == HAS and begun and (self.until_on is None or day <= self.until_on)


def has_responsibility(records: Iterable[Responsible], *, child: UUID, relative: UUID, day: dt.date) -> bool | None:
    """Tell whether somebody has parental responsibility for a child on a day; None where nothing certain is recorded.

    Of several records one that gives it is enough: it can end by one way and go on by another.
    """
    known = {each.on(day) for each in records if (each.child, each.relative) == (child, relative)}
    return True if True in known else False if False in known else None


def read_responsible(found: str) -> list[Responsible]:
    """Read what a statement gathered of parental responsibility."""
    return [responsible(row) for row in orjson.loads(found)]


def responsible(row: Mapping[str, Any]) -> Responsible:
    """Read one record of it."""
    first, last = (row[name] and dt.date.fromisoformat(row[name]) for name in ("from_on", "until_on"))
    return Responsible(UUID(row["child"]), UUID(row["relative"]), row["responsibility"], first, last)


def wrong(sentence: str, path: str) -> Problem:
    """Make the problem of one field."""
    return Problem(ErrorCode.BAD_USER_INPUT, sentence, (path,))


def people_problems(child: Mapping[str, Any], relative_id: UUID, relative_kind: str | None) -> Iterator[Problem]:
    """Say why two people cannot stand in a relationship; `relative_kind` is None for somebody whom the actor does not see."""
    if relative_kind is None:
        yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id whom you may see.", ("relativeId",))
    elif relative_id == child["id"]:
        yield wrong("Nobody is related to themselves. Choose somebody else.", "relativeId")
    elif relative_kind == "unborn_child":
        yield wrong("An unborn child cannot be named here. Record the relationship of the child who is born.", "relativeId")
    if child["kind"] == "adult":
        yield wrong("Name a child or a young person here, and the adult as the relative.", "personId")


def problems(said: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in what is said of parental responsibility."""
    has = said["responsibility"] == HAS
    if has and not said["basis"]:
        yield wrong("Say by what they have parental responsibility.", "basis")
    if not has and said["basis"]:
        yield wrong("This goes with somebody who has parental responsibility. Leave it out.", "basis")
    yield from date_problems(said["from_on"], said["until_on"], has=has, today=today)


def date_problems(first: dt.date | None, last: dt.date | None, *, has: bool, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in the days of parental responsibility."""
    if not has and (first or last):
        yield wrong("Days go with parental responsibility that somebody has, or had. Leave them out.", "fromOn" if first else "untilOn")
        return
    if first and first > today:
        yield wrong("This cannot be later than today.", "fromOn")
    if first and last and last < first:
        yield wrong("The last day cannot be before the first.", "untilOn")
