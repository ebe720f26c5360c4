"""Pages in plain Python: sort, cut, and say where the page stands, as the contract says it."""

import base64
import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import total_ordering
from typing import Any
from uuid import UUID
from zlib import crc32

from graphql import GraphQLError

Row = dict[str, Any]
Order = Sequence[str]


@dataclass(frozen=True)
class Page:
    """The rows of a page, whether it has more on either side, and how many rows there are on all pages."""

    rows: list[Row]
    has_next: bool
    has_previous: bool
    total: int
    cursors: list[str]


def page_of(rows: Sequence[Row], table: str, order: Order, given: Mapping[str, Any]) -> Page:
    """Return the page that the arguments ask for. Raise GraphQLError where they make no sense."""
    tag, (first, last) = tag_of(table, order), sizes(given)
    after, before = (mark(given.get(name), tag, order) for name in ("after", "before"))
    places = [(place(row, order), row) for row in ordered(rows, order)]
    within = [row for at, row in places if (after is None or at > after) and (before is None or at < before)]
    shown = within[:first] if first else within[-(last or 0) :]
    is_cut = len(within) > len(shown)
    earlier = after is not None and any(at <= after for at, _ in places)
    later = before is not None and any(at >= before for at, _ in places)
    cursors = [cursor(row, tag, order) for row in shown]
    return Page(shown, later or bool(is_cut and first), earlier or bool(is_cut and last), len(places), cursors)


def sizes(given: Mapping[str, Any]) -> tuple[int | None, int | None]:
    if (given.get("first") is None) == (given.get("last") is None):
        raise GraphQLError("Say how many to return from one end: give `first` or `last`, and not both.")
    return size_of(given.get("first")), size_of(given.get("last"))


def size_of(size: int | None) -> int | None:
    """Return how many rows are wanted. Raise GraphQLError unless it is from 1 to 100."""
    if size is not None and not 1 <= size <= 100:
        raise GraphQLError("Ask for at least 1 and at most 100.")
    return size


def tag_of(table: str, order: Order) -> int:
    """Number an order."""
    return crc32(f"{table}:{','.join(order)}".encode())


def cursor(row: Row, tag: int, order: Order) -> str:
    """Spell the place of a row in its order."""
    values = [spelled(row[name.removeprefix("-")]) for name in order]
    return base64.b64encode(json.dumps([tag, *values], ensure_ascii=False).encode()).decode()


def mark(text: str | None, tag: int, order: Order) -> list[Any] | None:
    """Return the place that a cursor names. Raise GraphQLError for one that is none of this order."""
    if text is None:
        return None
    try:
        found, *values = json.loads(base64.b64decode(text, validate=True))
    except ValueError:
        found, values = None, []
    if found != tag:
        raise GraphQLError("This is not a cursor that the service gave out for this list in this order.")
    return sortable(values, order)


def ordered(rows: Sequence[Row], order: Order) -> list[Row]:
    """Sort rows, nulls last."""
    return sorted(rows, key=lambda row: place(row, order))


def place(row: Row, order: Order) -> list[Any]:
    """Return where a row stands in an order."""
    return sortable([spelled(row[name.removeprefix("-")]) for name in order], order)


def sortable(values: Sequence[Any], order: Order) -> list[Any]:
    """Return what to sort by: nulls last, whichever way."""
    return [(v is None, Downwards(v or 0) if v is None or name.startswith("-") else v) for v, name in zip(values, order, strict=True)]


def spelled(value: Any) -> Any:
    """Spell a moment, a date or a key as the contract does."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return str(value) if isinstance(value, dt.date | UUID) else value


@total_ordering
class Downwards:
    """A value that sorts the other way round."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: "Downwards") -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Downwards) and bool(other.value == self.value)
