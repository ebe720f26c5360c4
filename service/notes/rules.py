"""What a case note can say. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from service.errors import ErrorCode, Problem, Refused

EDITABLE = ("kind", "happened_on", "text")
LIFETIME = dt.timedelta(days=9132)
"""How far back a note can reach: the life of the oldest young person whom the service helps."""


def problems(note: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what is missing in a note, or cannot be."""
    for name, path in (("kind", "kind"), ("happened_on", "happenedOn"), ("text", "text")):
        if note[name] is None:
            yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be left empty.", (path,))
    if note["happened_on"] and note["happened_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "A note is about a day that has come. Choose today or a day before.", ("happenedOn",))
    elif note["happened_on"] and note["happened_on"] < today - LIFETIME:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This is more than 25 years ago. Look at the year.", ("happenedOn",))


def seen_problems(seen: Sequence[Mapping[str, Any]], family: Collection[UUID]) -> Iterator[Problem]:
    """Say who cannot have been seen: somebody who is not of the family, or is named twice."""
    named: set[UUID] = set()
    for index, each in enumerate(seen):
        path = ("seen", str(index), "personId")
        if each["person_id"] not in family:
            yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id on the case or in its household.", path)
        elif each["person_id"] in named:
            yield Problem(ErrorCode.BAD_USER_INPUT, "Name each person once.", path)
        named.add(each["person_id"])


def in_order(seen: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Write who was seen in one way, whether a client said so or the database: it matters who, and not in which order."""
    each = [{"person_id": UUID(str(one["person_id"])), "alone": one["alone"], "own_words": one.get("own_words")} for one in seen]
    return sorted(each, key=lambda one: str(one["person_id"]))


def refuse_another_author(author: UUID, actor: UUID) -> None:
    """Raise Refused unless the author amends their own note."""
    if author != actor:
        raise Refused("Only who wrote a note can amend it. Write a note of your own beside it.", path=("noteId",), reason="not_the_author")
