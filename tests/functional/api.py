"""A client for tests: it speaks HTTP as any client does, signed in as somebody of the council."""

import asyncio
import datetime as dt
import json
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import asyncpg
from starlette.testclient import TestClient

from service.access.actor import Actor, Role
from service.access.sign_in import Tokens
from tests.functional.council import PEOPLE, key
from tests.functional.stages import Stages

NOT_COUNTED = ("read_trace", "alembic_version")


class Api:
    """The service on a database of its own. `stages`: what lets a family begin elsewhere than at the beginning, where there is such."""

    stages: Stages | None = None
    used = 0
    """How often something was asked of the database, where that is counted."""

    def __init__(self, client: TestClient, tokens: Tokens, url: str) -> None:
        self.client, self.tokens, self.url = client, tokens, url

    # -- people ---------------------------------------------------------------------------------------------------

    def actor(self, who: str) -> Actor:
        """Return somebody of the council as they sign in."""
        name, _, held = PEOPLE[who]
        return Actor(key("practitioner", who), frozenset(Role(role) for role, _, _ in held), "CASEWORK", name)

    def token(self, who: str) -> str:
        """Return a bearer token of somebody of the council."""
        return self.tokens.made(self.actor(who), now=dt.datetime.now(dt.UTC))

    # -- operations -----------------------------------------------------------------------------------------------

    def post(self, who: str, document: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Send an operation; return the whole body."""
        headers = {"Authorization": f"Bearer {self.token(who)}"}
        found: dict[str, Any] = self.client.post("/graphql", json={"query": document, "variables": variables or {}}, headers=headers).json()
        return found

    def ask(self, who: str, document: str, **variables: Any) -> Any:
        """Send a query that must succeed; return its data."""
        body = self.post(who, document, variables)
        assert "errors" not in body, body["errors"]
        return body["data"]

    def send(self, who: str, mutation: str, selection: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Send a mutation with an input, its key among it or a new one; return its payload."""
        name = mutation[0].upper() + mutation[1:]
        document = (
            f"mutation Do($input: {name}Input!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code message path reason }} }} }}"
        )
        body = self.post(who, document, {"input": {"idempotencyKey": secrets.token_hex(8), **given}})
        assert "errors" not in body, body["errors"]
        found: dict[str, Any] = body["data"][mutation]
        return found

    def do(self, who: str, mutation: str, selection: str, **given: Any) -> dict[str, Any]:
        """Make a change that must succeed; return the record that it answers with, by the selection `record { … }`."""
        found = self.send(who, mutation, selection, given)
        assert found["userErrors"] == [], found["userErrors"]
        return next(value for name, value in found.items() if name != "userErrors")

    def refused(self, who: str, mutation: str, selection: str, **given: Any) -> list[dict[str, Any]]:
        """Try a change that must be refused and must change nothing; return what stood in the way."""
        with self.nothing_changes():
            found = self.send(who, mutation, selection, given)
        assert found["userErrors"], "it was not refused"
        assert all(value is None for name, value in found.items() if name != "userErrors")
        problems: list[dict[str, Any]] = found["userErrors"]
        return problems

    # -- the database ---------------------------------------------------------------------------------------------

    def sql(self, statement: str, *arguments: Any) -> list[asyncpg.Record]:
        """Ask the database itself."""

        async def run() -> list[asyncpg.Record]:
            connection = await asyncpg.connect(self.url)
            try:
                return list(await connection.fetch(statement, *arguments))
            finally:
                await connection.close()

        return asyncio.run(run())

    def events(self, stream: str, record: str) -> list[str]:
        """Return what has happened to a record, oldest first."""
        found = self.sql(
            "SELECT kind FROM event WHERE stream_kind = $1 AND stream_id = $2 ORDER BY seq", stream, UUID(record.partition("_")[2])
        )
        return [row["kind"] for row in found]

    def last_payload(self, stream: str, record: str) -> dict[str, Any]:
        """Return what the last event of a record says."""
        asked = "SELECT payload FROM event WHERE stream_kind = $1 AND stream_id = $2 ORDER BY seq DESC LIMIT 1"
        [row] = self.sql(asked, stream, UUID(record.partition("_")[2]))
        found: dict[str, Any] = json.loads(row["payload"])
        return found

    def picture(self) -> dict[str, str]:
        """Return a digest of every table, but for the read trace: a refusal leaves a trace and nothing else."""
        tables = [row["tablename"] for row in self.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")]
        counted = [name for name in tables if name not in NOT_COUNTED]
        parts = [f"SELECT '{name}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM {name} t" for name in counted]
        return {row["name"]: row["digest"] for row in self.sql(" UNION ALL ".join(parts))}

    @contextmanager
    def nothing_changes(self) -> Iterator[None]:
        """Assert that no row and no head of a journal changes in the block."""
        before = self.picture()
        yield
        assert self.picture() == before
