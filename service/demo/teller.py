"""Tell the past: run the service's own mutations at past instants, each under its own key, so that telling it again changes nothing."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import asyncpg

from service.access.actor import Actor
from service.database import open_pool
from service.demo.cast import BY_KEY
from service.graph.running import Asked, Runner

TOLD = "SELECT actor, key, record FROM idempotency_key"
STORY = "story"
RECORD = "SELECT record FROM idempotency_key WHERE actor = $1 AND key = $2"

CONNECTIONS = 3


async def open_to_tell(url: str) -> "asyncpg.Pool[asyncpg.Record]":
    """Open connections that do not wait for the disk: whatever a crash took away is told again."""
    return await open_pool(url, most=CONNECTIONS, synchronous_commit="off")


class Untold(Exception):
    """A step of the demonstration was not what the service allows: the demonstration is wrong, or the service is."""


@dataclass
class Teller:
    """Acts as the cast, at the instants that the stories name."""

    pool: "asyncpg.Pool[asyncpg.Record]"
    seed: int
    ids: dict[str, UUID] = field(default_factory=dict)
    """The keys of records that stories speak of by name: people of the cast, teams, agencies, localities."""
    told: dict[tuple[UUID, str], UUID] = field(default_factory=dict)
    """What was told before the making was broken off: the record that each key wrote."""
    furthest: dict[int, int] = field(default_factory=dict)
    """How far each story was told before."""
    refusals: Counter[str] = field(default_factory=Counter)
    """How often each code, and each guard, stood in the way."""

    async def remember(self) -> None:
        """Find what was told before."""
        self.told = {(row["actor"], row["key"]): row["record"] for row in await self.pool.fetch(TOLD)}
        for _, key in self.told:
            word, *numbers = key.split()
            if word == STORY:
                number, step = map(int, numbers)
                self.furthest[number] = max(step, self.furthest.get(number, 0))

    def key(self, number: int, step: int) -> str:
        """Return the key of something that is done in a story."""
        return f"{STORY} {number} {step}"

    def actor(self, key: str) -> Actor:
        """Return somebody of the cast."""
        return BY_KEY[key].actor(self.ids[key])

    def id(self, prefix: str, name: str) -> str:
        """Return the id of a named record as the contract spells it."""
        return f"{prefix}_{self.ids[name]}"

    async def do(self, key: str, who: str, at: dt.datetime, mutation: str, **given: Any) -> UUID:
        """Run a mutation as somebody, unless it was told before; return the key of its record. Raise Untold where it is refused."""
        actor = self.actor(who)
        if told := self.told.get((actor.id, key)):
            return told
        if problems := await self.run(key, actor, at, mutation, **given):
            raise Untold(f"{key}: {mutation} as {who}: {problems}")
        written: UUID = await self.pool.fetchval(RECORD, actor.id, key)
        return written

    async def be_refused(self, key: str, who: str, at: dt.datetime, mutation: str, reasons: tuple[str, ...], **given: Any) -> None:
        """Try something that has to be refused for some reasons: guards or codes. Raise Untold where it is not."""
        problems = await self.run(key, self.actor(who), at, mutation, **given)
        found = {word for each in problems for word in (each.get("code"), each.get("reason")) if word}
        if not found.issuperset(reasons):
            raise Untold(f"{key}: {mutation} as {who} was to be refused by {reasons}; it was by {problems or 'nothing'}")
        self.refusals.update(found)

    async def run(self, key: str, actor: Actor, at: dt.datetime, mutation: str, **given: Any) -> list[dict[str, Any]]:
        """Run a mutation; return what stood in the way."""
        chance = Random(f"{self.seed} {key}")
        name = mutation[0].upper() + mutation[1:]
        text = f"mutation {name}($input: {name}Input!) {{ {mutation}(input: $input) {{ userErrors {{ code message path reason }} }} }}"
        runner = Runner(self.pool, at, chance.randbytes)
        answer = (await runner.run(actor, Asked(text, {"input": {"idempotencyKey": key, **given}}))).parsed()
        problems: list[dict[str, Any]] = answer.get("errors") or answer["data"][mutation]["userErrors"]
        return problems
