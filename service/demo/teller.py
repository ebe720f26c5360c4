"""Tell the past: run the service's own mutations at past instants, each under its own key, so that telling it again changes nothing."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import asyncpg

from service.access.actor import Actor
from service.demo.cast import BY_KEY
from service.graph.running import Asked, Runner


class Untold(Exception):
    """A step of the demonstration was not what the service allows: the demonstration is wrong, or the service is."""


@dataclass
class Teller:
    """Acts as the cast, at the instants that the stories name."""

    pool: "asyncpg.Pool[asyncpg.Record]"
    seed: int
    ids: dict[str, UUID] = field(default_factory=dict)
    """The keys of records that stories speak of by name: people of the cast, teams, agencies, localities."""

    def actor(self, key: str) -> Actor:
        """Return somebody of the cast."""
        return BY_KEY[key].actor(self.ids[key])

    def id(self, prefix: str, name: str) -> str:
        """Return the id of a named record as the contract spells it."""
        return f"{prefix}_{self.ids[name]}"

    async def do(self, key: str, who: str, at: dt.datetime, mutation: str, **given: Any) -> UUID:
        """Run a mutation as somebody, unless it was told before; return the key of its record. Raise Untold where it is refused."""
        actor = self.actor(who)
        if told := await self.record(actor, key):
            return told
        chance = Random(f"{self.seed} {key}")
        name = mutation[0].upper() + mutation[1:]
        text = f"mutation {name}($input: {name}Input!) {{ {mutation}(input: $input) {{ userErrors {{ code message path }} }} }}"
        runner = Runner(self.pool, at, chance.randbytes)
        answer = (await runner.run(actor, Asked(text, {"input": {**given, "idempotencyKey": key}}))).parsed()
        problems = answer.get("errors") or answer["data"][mutation]["userErrors"]
        if problems:
            raise Untold(f"{key}: {mutation} as {who}: {problems}")
        written = await self.record(actor, key)
        assert written
        return written

    async def record(self, actor: Actor, key: str) -> UUID | None:
        """Return the record that a key wrote, if it had its effect."""
        found: UUID | None = await self.pool.fetchval("SELECT record FROM idempotency_key WHERE actor = $1 AND key = $2", actor.id, key)
        return found
