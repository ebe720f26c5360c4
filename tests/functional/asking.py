"""What guards will look at of a case, asked of the database: each fact on its own."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, FromClause, func, select
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from service.cases.tables import CASE
from tests.functional.families import Family

Fact = Callable[[FromClause, ColumnElement[Any]], ColumnElement[Any]]


def fact(family: Family, write: Fact) -> Any:
    """Return a fact of the family's case as it stands."""
    asked = select(func.json_build_object("fact", write(CASE, func.clock_timestamp()))).where(CASE.c.id == UUID(family.case[5:]))
    sql = asked.compile(dialect=dialect(), compile_kwargs={"literal_binds": True}).string  # type: ignore[no-untyped-call]

    async def run() -> Any:
        connection = await asyncpg.connect(family.api.url)
        try:
            return json.loads(await connection.fetchval(sql))["fact"]
        finally:
            await connection.close()

    return asyncio.run(run())
