"""A schema of a database that holds exactly some rows, and the reader at work on it."""

import asyncio
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import asyncpg
from sqlalchemy import MetaData
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from service.reading import Reader
from service.reading.answer import answered
from service.reading.documents import Document, checked, coerced, parsed
from tests.oracle.slow import Rows

SETTINGS = {"TimeZone": "Europe/London", "jit": "off", "plan_cache_mode": "force_generic_plan"}
KEPT = {"max_cacheable_statement_size": 0, "statement_cache_size": 500}
"""To plan a statement takes longer than to run it on so few rows: it is planned once for all who ask alike."""


class Context:
    """What resolvers see: the instant is the machine's own."""

    clock = None

    def __init__(self, actor: Any, reader: Reader, connection: Any, document: Any) -> None:
        self.actor, self.reader, self.connection, self.document = actor, reader, connection, document


class Service:
    """The reader on one schema of the database; remembers the statements that it ran."""

    def __init__(self, loop: asyncio.AbstractEventLoop, connection: Any, reader: Reader) -> None:
        self.loop, self.connection, self.reader = loop, connection, reader
        self.statements: list[str] = []

    async def fetchrow(self, sql: str, *arguments: Any) -> Any:
        self.statements.append(sql)
        return await self.connection.fetchrow(sql, *arguments)

    def run(self, sql: str, *arguments: Any) -> Any:
        return self.loop.run_until_complete(self.connection.fetch(sql, *arguments))

    def ask(self, actor: Any, text: str, variables: Mapping[str, Any] | None = None, operation: str | None = None) -> dict[str, Any]:
        """Answer a document, or say what is wrong with it."""
        self.statements.clear()
        return self.loop.run_until_complete(self.answer(actor, text, dict(variables or {}), operation))

    async def answer(self, actor: Any, text: str, variables: dict[str, Any], name: str | None) -> dict[str, Any]:
        schema = self.reader.schema
        document = valid(self.reader, text)
        operation = document.operation(name)
        assert operation
        values = coerced(schema, operation, variables)
        assert not isinstance(values, list), values
        context = Context(actor, self.reader, self, document)
        fetched = await self.reader.fetch(self, actor=actor, document=document, operation=operation, values=values)
        done = await answered(schema, document, operation, values, fetched, context)
        errors = [error.formatted for error in done.errors]
        return {"data": json.loads(done.data)} | ({"errors": errors} if errors else {})

    def traced(self) -> list[list[str]]:
        """Take the traces written so far, in order."""
        return [row["records"] for row in self.run("WITH t AS (DELETE FROM read_trace RETURNING *) SELECT records FROM t ORDER BY at")]


@lru_cache(maxsize=400)
def valid(reader: Reader, text: str) -> Document:
    """Return a document, which must be valid; the same text is asked of several schemas and with several values."""
    document = checked(reader.schema, text, parsed(text))
    assert isinstance(document, Document), document
    return document


async def filled(url: str, name: str, metadata: MetaData, rows: Rows, *, keys: bool) -> Any:
    """Connect to a fresh schema with the metadata's tables, which hold some rows; without foreign keys where rows may be missing."""
    connection = await asyncpg.connect(url, server_settings=SETTINGS, **KEPT)
    await connection.execute(f"CREATE SCHEMA {name}; SET search_path = {name}")
    for table in metadata.sorted_tables:
        created = CreateTable(table, include_foreign_key_constraints=None if keys else [])
        await connection.execute(str(created.compile(dialect=postgresql.dialect())))  # type: ignore[no-untyped-call]
        if found := rows.get(table.name):
            records = [tuple(row.values()) for row in found]
            await connection.copy_records_to_table(table.name, schema_name=name, columns=list(found[0]), records=records)
    return connection
