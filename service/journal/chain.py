"""The hash chain: one canonical form for JSON, the next event of a stream, and what finds a change in it. Pure."""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import UUID

NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
METADATA = ("stream_kind", "stream_id", "seq", "at", "actor", "purpose", "kind")


@dataclass(frozen=True, slots=True)
class Stream:
    """A chain of events about one record."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class Position:
    """Where a stream stands: the last event's number and hash (0 and None before the first), and the instant for the next."""

    stream: Stream
    seq: int
    head: bytes | None
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, in the past tense, with all that is needed to rebuild the record as it stood."""

    kind: str
    payload: Mapping[str, object]


def plain(value: object) -> str | list[object]:
    """Spell a value that JSON has no word for. Raise ValueError on an instant without a time zone, TypeError on the unknown."""
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    if isinstance(value, Enum):  # a word of the contract that is no text itself
        return str(value.value)
    if isinstance(value, UUID | dt.date):
        return str(value)
    if isinstance(value, frozenset | set):
        return sorted(value, key=str)
    raise TypeError(f"{type(value).__name__} has no canonical form")


ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=plain)


def canonical(value: object) -> str:
    """Write JSON in its one form: sorted keys, no blanks, UTF-8, instants in UTC. Raise ValueError on NaN, NUL, a lone surrogate."""
    text = ENCODER.encode(value)
    text.encode()
    # PostgreSQL's text holds the escape, but payload::jsonb could never be asked; looking behind is slow, so look first.
    if "\\u0000" in text and NUL.search(text):
        raise ValueError("a NUL character")
    return text


def sha256(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def payload_hash(salt: bytes, payload: str) -> bytes:
    """Hash a payload with its salt, without which a short payload could be guessed from its hash after erasure."""
    return sha256(salt, payload.encode())


def chain_hash(event: Mapping[str, Any]) -> bytes:
    """Hash one event: the one before it, who did what when, and the payload's own hash."""
    metadata = canonical({name: event[name] for name in METADATA})
    return sha256(event["prev"] or b"", metadata.encode(), event["payload_hash"])


def next_event(position: Position, event: Event, *, actor: UUID, purpose: str, salt: bytes) -> dict[str, object]:
    """Make the row of the event that comes next in a stream."""
    payload = canonical(dict(event.payload))
    row: dict[str, object] = {
        "stream_kind": position.stream.kind,
        "stream_id": position.stream.id,
        "seq": position.seq + 1,
        "prev": position.head,
        "at": position.now,
        "actor": actor,
        "purpose": purpose,
        "kind": event.kind,
        "payload": payload,
        "salt": salt,
        "payload_hash": payload_hash(salt, payload),
    }
    return row | {"hash": chain_hash(row)}


def faults(events: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Say what is wrong with a stream, given in order of seq. An end that was cut off shows only against the record's version."""
    before: Mapping[str, Any] | None = None
    for number, event in enumerate(events, start=1):
        if event["seq"] != number:
            yield f"event {number} is missing"
            return
        if event["prev"] != (before and before["hash"]):
            yield f"event {number} does not follow from the one before"
        if event["payload"] is not None and payload_hash(event["salt"], event["payload"]) != event["payload_hash"]:
            yield f"the payload of event {number} was changed"
        if chain_hash(event) != event["hash"]:
            yield f"event {number} was changed"
        if before and event["at"] < before["at"]:
            yield f"event {number} is older than the one before"
        before = event
