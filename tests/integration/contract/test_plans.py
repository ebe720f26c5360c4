"""No statement that a trusted document comes to reads a large table whole: asked of PostgreSQL, over some thousand invented cases."""

import asyncio
import json
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from graphql import FieldNode, OperationType

from bench.council import practitioners
from bench.filling import fill
from service.access.actor import Actor
from service.council import founding  # noqa: F401  (its statements are registered when it is imported)
from service.database import SESSION
from service.graph.documents import trusted
from service.graph.schema import READER
from service.journal.statements import REGISTER
from service.reading.documents import Document, coerced
from tests.conftest import fresh, other_database

CASES, LARGE = 10_000, 5000
"""How many cases there are, and from how many rows a table is large: with fewer, reading it whole can be the right choice."""

NOBODY = UUID(int=7)
DOCUMENTS = trusted()
VARIABLES: Mapping[str, list[dict[str, Any]]] = {
    "AgencyNamed": [{"text": "Larkfield"}],
    "AssessmentId": [{"reference": "EH-2026-0007"}],
    "Case": [{"reference": "EH-2026-0007"}],
    "CaseBefore": [{"reference": "EH-2026-0007"}],
    "CaseId": [{"reference": "EH-2026-0007"}],
    "LocalityNamed": [{"text": "North"}],
    "PlannedSettings": [{"first": 20}],
    "PreviewSetting": [{"name": "reviews.first", "validFrom": "2031-03-03", "number": 5}],
    "Settings": [{}, {"on": "2031-03-03", "localityId": f"locality_{NOBODY}"}],
    "Step": [{"reference": "EH-2026-0007", "agencies": True, "teams": True, "workers": True, "workersOf": f"team_{NOBODY}"}],
    "TeamNamed": [{"text": "North"}],
    "Viewer": [{}],
    "Worklist": [
        {"first": 20, "where": {"workerId": f"practitioner_{NOBODY}"}},
        {"first": 20, "after": None, "where": {"ofMyTeams": True}},
        {"last": 20, "where": {"isAllocated": False}},
        {"first": 20, "where": {"isLate": True, "states": ["planning"]}},
        {"first": 20, "where": {}},
    ],
}
"""With what the queries are asked; a mutation's statement is of the same shape whatever it is given."""


COUNTS_EVERY_CASE: Mapping[str, set[str]] = {"PreviewSetting": {"cases", "visit"}}
"""What an administrator sees before a setting is changed is counted over all open cases."""


class Prepared(Exception):
    """A statement has been made, and need not be run."""


class Recorder:
    """A connection that takes the statement instead of running it."""

    async def fetchrow(self, query: str, *_: Any) -> Any:
        raise Prepared(query)


class Plans:
    """A database with many rows, on which statements are explained as the service's own sessions plan them."""

    def __init__(self, loop: asyncio.AbstractEventLoop, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        self.loop, self.connection = loop, connection
        self.large: set[str] = self.run(self.tables())

    def run(self, coroutine: Any) -> Any:
        return self.loop.run_until_complete(coroutine)

    async def tables(self) -> set[str]:
        """Name the large tables."""
        counted = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples >= $1"
        return {row["relname"] for row in await self.connection.fetch(counted, LARGE)}

    async def plan(self, sql: str) -> dict[str, Any]:
        """Return the plan of a statement, which is the same whatever its parameters are."""
        await self.connection.execute(f"DEALLOCATE ALL; PREPARE asked AS {sql}")
        [count] = await self.connection.fetchrow("SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = 'asked'")
        given = f"({', '.join(['NULL'] * count)})" if count else ""
        [explained] = await self.connection.fetchrow(f"EXPLAIN (FORMAT JSON) EXECUTE asked{given}")
        found: dict[str, Any] = json.loads(explained)[0]["Plan"]
        return found

    def read_whole(self, sql: str) -> set[str]:
        """Name the large tables that a statement reads from end to end."""
        scans = [node for node in nodes(self.run(self.plan(sql))) if node["Node Type"] == "Seq Scan"]
        return {str(node["Relation Name"]) for node in scans} & self.large


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every step of a plan."""
    yield plan
    for part in plan.get("Plans", ()):
        yield from nodes(part)


async def statement(document: Document, name: str, actor: Actor, variables: dict[str, Any]) -> str | None:
    """Return what a document comes to, or None where it reads no table: of a mutation, what reads the record that it answers with."""
    operation = document.operation(name)
    assert operation
    try:
        if operation.operation is OperationType.QUERY:
            values = coerced(READER.schema, operation, variables)
            assert isinstance(values, dict), values
            await READER.fetch(Recorder(), actor=actor, document=document, operation=operation, values=values)
        else:
            [field] = operation.selection_set.selections
            assert isinstance(field, FieldNode) and READER.schema.mutation_type
            answers = READER.schema.mutation_type.fields[field.name.value].type
            context = SimpleNamespace(actor=actor, document=document)
            asked = SimpleNamespace(context=context, field_nodes=[field], return_type=answers, variable_values={}, operation=operation)
            await READER.read(asked, Recorder(), NOBODY)  # type: ignore[arg-type]
    except Prepared as made:
        return str(made)
    return None


@pytest.fixture(scope="module")
def plans(server: str, template: str) -> Iterator[Plans]:
    """A council's database, analysed, and a session like the service's own."""
    loop = asyncio.new_event_loop()
    with fresh(server, template) as name:
        url = other_database(server, name)
        loop.run_until_complete(fill(url, CASES))
        connection = loop.run_until_complete(asyncpg.connect(url, server_settings=SESSION, statement_cache_size=0))
        yield Plans(loop, connection)
        loop.run_until_complete(connection.close())
    loop.close()


def test_the_tables_that_grow_with_the_cases_are_large(plans: Plans) -> None:
    assert plans.large >= {"cases", "case_child", "event", "household_member", "note", "person", "visit"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_trusted_document_reads_no_large_table_whole(plans: Plans, name: str) -> None:
    operation = DOCUMENTS[name].operations[name]
    asked = VARIABLES[name] if operation.operation is OperationType.QUERY else [{}]
    actors = [each.actor() for each in {each.role: each for each in practitioners()}.values()]
    made = {sql for actor in actors for given in asked if (sql := plans.run(statement(DOCUMENTS[name], name, actor, given)))}

    assert {sql: found for sql in made if (found := plans.read_whole(sql) - COUNTS_EVERY_CASE.get(name, set()))} == {}


@pytest.mark.parametrize("name", [name for name in REGISTER if not name.endswith("in a test")])
def test_a_change_reads_no_large_table_whole(plans: Plans, name: str) -> None:
    assert plans.read_whole(REGISTER[name].sql) == set()
