"""Verify every chain of events: what was changed, cut out or put in between is found, and by which event."""

from collections.abc import AsyncIterator, Mapping
from itertools import groupby
from typing import Any

import asyncpg

from service.journal.chain import faults

AT_A_TIME = 5_000
IN_ORDER = "SELECT * FROM event ORDER BY stream_kind, stream_id, seq"
HEADS = {
    "case": "cases",
    "person": "person",
    "household": "household",
    "agency": "agency",
    "team": "team",
    "locality": "locality",
    "practitioner": "practitioner",
    "council": "council",
    "threshold_document": "threshold_document",
}
"""The table whose version is the number of a stream's last event."""


async def verify(url: str) -> tuple[int, list[str]]:
    """Return how many events there are, and everything that is wrong with any chain."""
    connection = await asyncpg.connect(url)
    try:
        found: list[str] = []
        count = 0
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            async for stream, events in streams(connection):
                count += len(events)
                found += [f"{stream}: {fault}" for fault in faults(events)]
            found += await cut_off(connection)
        return count, found
    finally:
        await connection.close()


async def streams(connection: Any) -> AsyncIterator[tuple[str, list[Mapping[str, Any]]]]:
    """Yield each stream with its events in order."""
    held: list[Mapping[str, Any]] = []
    async for event in connection.cursor(IN_ORDER, prefetch=AT_A_TIME):
        if held and name(event) != name(held[0]):
            yield name(held[0]), held
            held = []
        held.append(event)
    for stream, events in groupby(held, key=name):
        yield stream, list(events)


def name(event: Mapping[str, Any]) -> str:
    """Name the stream of an event."""
    return f"{event['stream_kind']}_{event['stream_id']}"


async def cut_off(connection: Any) -> list[str]:
    """Find records whose version is not the number of their last event: an end that was cut off shows nowhere else."""
    found: list[str] = []
    for kind, table in HEADS.items():
        last = f"SELECT max(seq) FROM event WHERE stream_kind = '{kind}' AND stream_id = r.id"
        rows = await connection.fetch(f"SELECT id, version, ({last}) AS last FROM {table} r WHERE version IS DISTINCT FROM ({last})")
        found += [f"{kind}_{row['id']}: stands at version {row['version']}, and its last event is {row['last']}" for row in rows]
    return found
