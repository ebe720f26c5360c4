"""Founding: a whole council or nothing, once in a database; and two who would each be the last administrator."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from itertools import groupby
from typing import Any

import orjson
import pytest

from service.access.accounts import account
from service.access.actor import Actor, Role
from service.council.founding import found
from service.database import open_pool
from service.errors import BadInput, Refused, UserError
from service.graph.running import Asked, Runner
from service.journal.chain import faults
from service.journal.ids import uuid7

GIVEN: Mapping[str, Any] = {
    "name": "Northmere Council",
    "code": "999",
    "administrator": "Olu Adeyemi",
    "email": "Olu.Adeyemi@northmere.example",
}
AT = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
A_MOMENT = dt.timedelta(milliseconds=1)
"""Within which everything is founded: of two events of one stream the second is a microsecond later."""
TABLES = ("council", "agency", "practitioner", "appointment", "event", "idempotency_key")

Pool = Any
Do = Callable[[Pool], Awaitable[Any]]


def on_pool(url: str, do: Do) -> Any:
    """Run something on a pool of its own."""

    async def run() -> Any:
        pool = await open_pool(url)
        try:
            return await do(pool)
        finally:
            await pool.close()

    return asyncio.run(run())


async def counts(pool: Pool) -> dict[str, int]:
    """Count the rows of every table that founding fills."""
    return {name: await pool.fetchval(f"SELECT count(*) FROM {name}") for name in TABLES}


async def chains(pool: Pool) -> list[str]:
    """Say what is wrong with any stream."""
    events = await pool.fetch("SELECT * FROM event ORDER BY stream_kind, stream_id, seq")
    return [
        fault for _, stream in groupby(events, lambda event: (event["stream_kind"], event["stream_id"])) for fault in faults(list(stream))
    ]


def test_founds_a_council_with_its_agency_and_an_administrator_who_acts_in_it(clone: str) -> None:
    async def do(pool: Pool) -> None:
        first = await found(pool, **GIVEN, clock=AT)

        assert await counts(pool) == {"council": 1, "agency": 1, "practitioner": 1, "appointment": 1, "event": 4, "idempotency_key": 4}
        assert await chains(pool) == []
        assert {row["actor"] for row in await pool.fetch("SELECT actor FROM event")} == {first}
        assert all(AT <= row["at"] < AT + A_MOMENT for row in await pool.fetch("SELECT at FROM event"))
        signed_in = await account(pool, "olu.adeyemi@northmere.example")
        assert signed_in is not None
        assert (signed_in.id, signed_in.roles) == (first, frozenset({Role.ADMINISTRATOR}))

    on_pool(clone, do)


def test_founds_the_same_council_of_the_same_clock_and_entropy(clone: str) -> None:
    async def do(pool: Pool) -> Any:
        return await found(pool, **GIVEN, clock=AT, entropy=lambda size: bytes(range(size)))

    assert on_pool(clone, do) == uuid7(AT, bytes(range(10)))


def test_refuses_a_second_council(clone: str) -> None:
    async def do(pool: Pool) -> None:
        await found(pool, **GIVEN)
        before = await counts(pool)

        with pytest.raises(Refused, match="holds a council already"):
            await found(pool, **{**GIVEN, "email": "else@northmere.example"})

        assert await counts(pool) == before

    on_pool(clone, do)


def test_founds_one_council_of_five_at_once(clone: str) -> None:
    async def do(pool: Pool) -> None:
        ends = await asyncio.gather(*(found(pool, **GIVEN) for _ in range(5)), return_exceptions=True)

        assert sum(isinstance(end, Refused) for end in ends) == 4
        assert (await counts(pool))["council"] == 1

    on_pool(clone, do)


@pytest.mark.parametrize(
    ("wrong", "path"),
    [({"code": "12"}, "code"), ({"email": "nobody"}, "email"), ({"name": " "}, "name"), ({"administrator": "x" * 201}, "administrator")],
)
def test_refuses_what_cannot_be_right_and_writes_nothing(clone: str, wrong: dict[str, str], path: str) -> None:
    async def do(pool: Pool) -> None:
        with pytest.raises(UserError) as refusal:
            await found(pool, **{**GIVEN, **wrong})

        assert refusal.value.problems[0].path == (path,)
        assert isinstance(refusal.value, BadInput)
        assert set((await counts(pool)).values()) == {0}

    on_pool(clone, do)


END = "mutation($input: EndPractitionerInput!) { endPractitioner(input: $input) { practitioner { endedAt } userErrors { code reason } } }"
ADD = "mutation($input: AddPractitionerInput!) { addPractitioner(input: $input) { practitioner { id } userErrors { code path } } }"
APPOINT = "mutation($input: AppointInput!) { appoint(input: $input) { appointment { id } userErrors { code path } } }"


async def send(runner: Runner, actor: Actor, document: str, key: str, **given: Any) -> dict[str, Any]:
    """Send a mutation; return its payload."""
    answer = await runner.run(actor, Asked(document, {"input": {"idempotencyKey": key, **given}}))
    body = orjson.loads(answer.body)
    assert "errors" not in body, body
    [payload] = body["data"].values()
    return dict(payload)


async def second_administrator(pool: Pool, runner: Runner, first: Actor) -> Actor:
    """Let the first administrator appoint another."""
    agency = f"agency_{await pool.fetchval('SELECT id FROM agency')}"
    given = {"agencyId": agency, "name": "Grace Lim", "email": "grace@northmere.example", "jobTitle": "Manager"}
    other = (await send(runner, first, ADD, "add", **given))["practitioner"]["id"]
    await send(runner, first, APPOINT, "appoint", practitionerId=other, role="ADMINISTRATOR")
    actor = await account(pool, "grace@northmere.example")
    assert actor is not None
    return actor


def test_two_administrators_who_end_each_other_leave_one(clone: str) -> None:
    async def do(pool: Pool) -> None:
        await found(pool, **GIVEN)
        first, runner = await account(pool, GIVEN["email"]), Runner(pool)
        assert first is not None
        second = await second_administrator(pool, runner, first)

        ends = await asyncio.gather(
            send(runner, first, END, "end", practitionerId=f"practitioner_{second.id}", expectedVersion=2),
            send(runner, second, END, "end", practitionerId=f"practitioner_{first.id}", expectedVersion=2),
        )

        assert sorted(len(end["userErrors"]) for end in ends) == [0, 1]
        assert await pool.fetchval("SELECT count(*) FROM appointment WHERE ended_at IS NULL") == 1

    on_pool(clone, do)


def test_two_administrators_who_end_themselves_leave_one(clone: str) -> None:
    async def do(pool: Pool) -> None:
        await found(pool, **GIVEN)
        first, runner = await account(pool, GIVEN["email"]), Runner(pool)
        assert first is not None
        second = await second_administrator(pool, runner, first)

        ends = await asyncio.gather(
            *(send(runner, who, END, "end", practitionerId=f"practitioner_{who.id}", expectedVersion=2) for who in (first, second))
        )

        assert [error for end in ends for error in end["userErrors"]] == [{"code": "REFUSED", "reason": "last_administrator"}]
        assert await pool.fetchval("SELECT count(*) FROM appointment WHERE ended_at IS NULL") == 1

    on_pool(clone, do)


def test_the_same_addition_sent_five_times_at_once_has_one_effect_and_one_answer(clone: str) -> None:
    async def do(pool: Pool) -> None:
        await found(pool, **GIVEN)
        first, runner = await account(pool, GIVEN["email"]), Runner(pool)
        assert first is not None
        given = {
            "agencyId": f"agency_{await pool.fetchval('SELECT id FROM agency')}",
            "name": "Ann",
            "email": "ann@x.example",
            "jobTitle": "Clerk",
        }

        answers = await asyncio.gather(*(send(runner, first, ADD, "the same", **given) for _ in range(5)))

        assert {answer["practitioner"]["id"] for answer in answers} == {answers[0]["practitioner"]["id"]}
        assert await pool.fetchval("SELECT count(*) FROM practitioner WHERE email = 'ann@x.example'") == 1

    on_pool(clone, do)
