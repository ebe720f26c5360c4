"""The limit is one only while it does the same: equal bytes, equal traces, and after a move the same in the database."""

import json
import re
import socket
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from bench.serving import Server
from bench.work import Wanted, fetched
from service.journal.chain import faults

IDENTITY = re.compile(r"case_[0-9a-f-]{36}|EH-[0-9]{4}-[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z")
"""What two moves of two cases cannot have in common: which case it is, and when it was."""

LAST_TRACES = "SELECT actor, purpose, operation, records FROM read_trace ORDER BY at DESC LIMIT 2"
EVENTS = "SELECT * FROM event WHERE stream_kind = 'case' AND stream_id = $1 ORDER BY seq"
STAYS = "SELECT state, entered_by, left_by FROM visit WHERE case_id = $1 ORDER BY entered_at"
KEYS = "SELECT action, seq FROM idempotency_key WHERE stream_id = $1 AND record = $1"
TRACES = """
    SELECT operation, cardinality(records) AS many FROM read_trace
    WHERE records @> ARRAY['case_' || $1::uuid] AND operation = 'StartReview'
"""
VERSION = "SELECT version, state FROM cases WHERE id = $1"


class Different(Exception):
    """The service and the limit do not do the same: what they answered, or left behind."""


def answer(server: Server, wanted: Wanted) -> str:
    """Ask once on a connection of its own, and return the body."""
    request = wanted.request(server.name).replace("\r\n", "\r\nConnection: close\r\n", 1)
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(request.encode())
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = received.decode().partition("\r\n\r\n")
    if not head.startswith("HTTP/1.1 200"):
        raise Different(received.decode())
    return body


def demand_equal(what: str, ours: object, theirs: object) -> None:
    """Raise Different unless two things are equal."""
    if ours != theirs:
        raise Different(f"{what}\nservice: {ours}\nlimit:   {theirs}")


async def check_reads(url: str, service: Server, limit: Server, wanted: Sequence[Wanted]) -> int:
    """Ask both the same, and return how many answers were compared. Raise Different."""
    for each in wanted:
        demand_equal(each.job, answer(service, each), answer(limit, each))
        ours, theirs = await fetched(url, LAST_TRACES)
        demand_equal(f"the trace of {each.job}", dict(ours), dict(theirs))
    return len(wanted)


async def check_moves(url: str, service: Server, limit: Server, wanted: Sequence[Wanted]) -> int:
    """Let each move cases of its own, and send every move twice; return how many moves were compared. Raise Different."""
    for first, second in zip(wanted[::2], wanted[1::2], strict=True):
        for what in ("move", "a move sent again"):
            said = answer(service, first), answer(limit, second)
            demand_equal(what, *(IDENTITY.sub("…", each) for each in said))
        demand_equal("after a move", await left_behind(url, first), await left_behind(url, second))
    return len(wanted) // 2


async def left_behind(url: str, moved: Wanted) -> dict[str, Any]:
    """Return what a move left in the database. Raise Different where the chain does not hold."""
    case = UUID(moved.variables["caseId"].removeprefix("case_"))
    events = await fetched(url, EVENTS, case)
    if wrong := list(faults(events)):
        raise Different(f"the chain of {case}: {wrong}")
    last = events[-1]
    found: dict[str, Any] = {"event": last["kind"], "purpose": last["purpose"], "payload": payload(last["payload"])}
    for name, sql in {"stays": STAYS, "keys": KEYS, "traces": TRACES, "case": VERSION}.items():
        found[name] = [dict(row) for row in await fetched(url, sql, case)]
    return found


def payload(text: str) -> dict[str, Any]:
    """Read an event's payload, but for its instants."""
    said: dict[str, Any] = json.loads(text)
    return {name: value for name, value in said.items() if name not in ("entered_at", "due_at")}
