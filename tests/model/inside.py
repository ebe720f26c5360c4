"""The service in this process: the same operations as over HTTP, run by its own runner in one event loop, so that they can race."""

import asyncio
import datetime as dt
import secrets
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

import asyncpg

from service.access.actor import Actor
from service.database import SESSION, open_pool
from service.graph.running import Asked, Runner
from tests.functional.api import Api

T = TypeVar("T")
PROBLEMS = "userErrors { code message path reason }"


class Inside(Api):
    """Speaks to the runner where `Api` speaks HTTP; what `Api` can do, it can. `eye` looks at the database past the service."""

    def __init__(self, loop: asyncio.AbstractEventLoop, pool: "asyncpg.Pool[asyncpg.Record]", eye: Any, url: str) -> None:
        self.loop, self.pool, self.eye, self.url = loop, pool, eye, url
        self.runner = Runner(pool)

    def wait(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end."""
        return self.loop.run_until_complete(coroutine)

    def at(self, clock: dt.datetime | None) -> None:
        """Let what follows happen at an instant."""
        self.runner = replace(self.runner, clock=clock)

    def post(self, who: str, document: str, variables: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return self.wait(self.run(self.actor(who), document, variables or {}))

    async def run(self, actor: Actor, document: str, variables: Mapping[str, Any], name: str | None = None) -> dict[str, Any]:
        """Run an operation; return the whole body."""
        return (await self.runner.run(actor, Asked(document, variables, name))).parsed()

    async def change(self, actor: Actor, mutation: str, selection: str = "", **given: Any) -> dict[str, Any]:
        """Run a mutation; return the whole body."""
        name = mutation[0].upper() + mutation[1:]
        document = f"mutation Do($input: {name}Input!) {{ {mutation}(input: $input) {{ {selection} {PROBLEMS} }} }}"
        return await self.run(actor, document, {"input": {"idempotencyKey": secrets.token_hex(8), **given}})

    def sql(self, statement: str, *arguments: Any) -> list[asyncpg.Record]:
        return list(self.wait(self.eye.fetch(statement, *arguments)))

    def key(self, record: str) -> UUID:
        """Return the key of an id."""
        return UUID(record.partition("_")[2])


async def unwatched_pool(url: str, *, most: int) -> "asyncpg.Pool[asyncpg.Record]":
    """Open the service's pool without what tests ask of every connection: a run of thousands of operations is a third quicker."""

    async def leave_as_it_is(_connection: Any) -> None: ...

    kept = {"max_cacheable_statement_size": 0, "statement_cache_size": 1000}  # to prepare one takes ten times as long as to run it
    return await asyncpg.create_pool(url, min_size=1, max_size=most, server_settings=SESSION, reset=leave_as_it_is, **kept)


@contextmanager
def inside(url: str, *, most: int = 8, watched: bool = True) -> Iterator[Inside]:
    """Open the service on a database; `watched`: each connection that comes back to the pool is asked what was left behind."""
    loop = asyncio.new_event_loop()
    opening = open_pool(url, most=most) if watched else unwatched_pool(url, most=most)
    pool = loop.run_until_complete(opening)
    eye = loop.run_until_complete(asyncpg.connect(url))
    try:
        yield Inside(loop, pool, eye, url)
    finally:
        loop.run_until_complete(eye.close())
        loop.run_until_complete(asyncio.wait_for(pool.close(), 10))
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


def problems(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what stood in the way of the only mutation of an answer; a top-level error fails."""
    assert "errors" not in body, body["errors"]
    [payload] = body["data"].values()
    found: list[dict[str, Any]] = payload["userErrors"]
    return found
