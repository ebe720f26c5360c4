"""A refusal tells something about a record: its trace is written although the change is not."""

import datetime as dt
import os
from collections.abc import Collection
from typing import TYPE_CHECKING

import asyncpg
from sqlalchemy import insert

from service.journal.chain import Stream
from service.journal.ids import uuid7
from service.journal.statements import params, prefixed, statement
from service.journal.tables import ReadTraceRow, table_of
from service.journal.transaction import Request

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

TRACE = table_of(ReadTraceRow)
WRITE_TRACE = statement("trace a refusal", insert(TRACE).values(params(TRACE, "trace")))


async def trace_refusal(connection: "PoolConnectionProxy[asyncpg.Record]", request: Request, shown: Collection[Stream]) -> None:
    """Write who was told about which records by a refused action."""
    if not shown:
        return
    now = request.clock or dt.datetime.now(dt.UTC)
    row = {
        "id": uuid7(now, os.urandom(10)),
        "at": now,
        "actor": request.actor.id,
        "purpose": request.actor.purpose,
        "operation": request.action,
        "records": sorted({f"{stream.kind}_{stream.id}" for stream in shown}),
    }
    await connection.execute(WRITE_TRACE.sql, *WRITE_TRACE.arguments(prefixed("trace", row)))
