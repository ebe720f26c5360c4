"""The demonstration's council: whole, the same for the same seed, and never written over somebody else's data."""

import asyncio
import datetime as dt
from typing import Any

import pytest

from service.council.founding import found
from service.database import open_pool
from service.demo import doors, names
from service.demo.cast import ADMINISTRATOR
from service.demo.making import make
from service.embedded_postgres import DatabaseError
from service.graph.schema import MUTATIONS
from service.journal.verifying import verify
from tests.conftest import execute
from tests.integration.demo.conftest import NOW, made
from workflows import WORKFLOWS


def count(url: str, what: str) -> int:
    """Count something in a database."""
    return int(execute(url, f"SELECT count(*) AS n FROM {what}")[0][0]["n"])


def picture(url: str) -> dict[str, str]:
    """Return a digest of every table but the read trace, whose instants are the reader's."""
    [tables] = execute(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'read_trace'")
    parts = [
        f"SELECT '{t['tablename']}' AS name, md5(string_agg(r::text, '|' ORDER BY r::text)) AS md5 FROM {t['tablename']} r" for t in tables
    ]
    return {row["name"]: row["md5"] for row in execute(url, " UNION ALL ".join(parts))[0]}


def test_has_agencies_teams_people_and_cases_in_every_state_over_half_a_year(council: str) -> None:
    [states, [span]] = execute(
        council, "SELECT DISTINCT state FROM cases", "SELECT min(opened_at) AS first, max(entered_at) AS last FROM cases"
    )

    assert [count(council, table) for table in ("agency", "team", "practitioner", "cases")] == [3, 4, 15, 40]
    assert {row["state"] for row in states} == set(WORKFLOWS["early-help", 1].states)
    assert span["last"] < NOW
    assert NOW - span["first"] > dt.timedelta(days=150)
    assert count(council, "cases WHERE due_at < '2026-06-24 12:00Z'") >= 5


def test_every_step_of_the_workflow_but_one_was_taken(council: str) -> None:
    [events] = execute(council, "SELECT DISTINCT kind FROM event WHERE stream_kind = 'case'")

    never = {each.event for each in WORKFLOWS["early-help", 1].transitions} - {row["kind"] for row in events}

    assert never == {"StepDownReturned"}  # a step-down is recorded in a later release


def test_every_mutation_is_used(council: str) -> None:
    [actions] = execute(council, "SELECT DISTINCT action FROM idempotency_key")
    used = {row["action"] for row in actions}

    unused = {each.__name__ for each in MUTATIONS} - {action[0].upper() + action[1:] for action in used}

    assert unused <= {"ReturnStepDown"}


def test_its_journal_is_whole(council: str) -> None:
    events, faults = asyncio.run(verify(council))

    assert faults == []
    assert events > 600


def test_nobody_is_said_to_have_read_anything_while_it_was_made(council: str) -> None:
    assert count(council, "read_trace") == 0


def test_the_same_day_and_seed_make_the_same_council(council: str, clone: str) -> None:
    made(clone)

    assert picture(clone) == picture(council)


def test_goes_on_where_it_was_broken_off_even_on_another_day(council: str, clone: str) -> None:
    asyncio.run(broken_off(clone))
    assert 0 < count(clone, "cases") < 40

    asyncio.run(later_on(clone))

    assert picture(clone) == picture(council)


async def broken_off(url: str) -> None:
    """Begin to make the council, and stop in the middle."""
    async with await open_pool(url, most=4) as pool:
        making = asyncio.create_task(make(pool, now=NOW, tell=lambda _: None))
        while await pool.fetchval("SELECT count(*) FROM cases") < 12:
            await asyncio.sleep(0.01)
        making.cancel()
        with pytest.raises(asyncio.CancelledError):
            await making


async def later_on(url: str) -> None:
    """Go on with the council two days later."""
    async with await open_pool(url, most=4) as pool:
        await make(pool, now=NOW, tell=lambda _: None)


def test_is_made_once_by_two_that_start_at_once(clone: str) -> None:
    async def both() -> Any:
        return await asyncio.gather(doors.ensure(clone), doors.ensure(clone))

    asyncio.run(both())

    assert count(clone, "cases") == 40


def test_refuses_a_database_that_belongs_to_a_council_even_of_the_same_name_and_people(clone: str) -> None:
    person = {"administrator": ADMINISTRATOR.name, "email": ADMINISTRATOR.email}
    asyncio.run(founded_by_hand(clone, name=names.COUNCIL, code=names.CODE, **person))

    with pytest.raises(DatabaseError, match="belongs to Northmere Council"):
        doors.prepare(clone)

    assert [count(clone, table) for table in ("council", "locality", "practitioner", "cases", "event")] == [1, 0, 1, 0, 4]


async def founded_by_hand(url: str, **given: Any) -> None:
    """Found a council as an operator does."""
    async with await open_pool(url, most=1) as pool:
        await found(pool, **given)


def test_a_key_of_a_mutation_cannot_make_a_council_look_like_a_demonstration(clone: str) -> None:
    asyncio.run(founded_by_hand(clone, name="Devon", code="878", administrator="Ann Moor", email="ann.moor@devon.example"))
    execute(
        clone,
        """INSERT INTO idempotency_key SELECT (k).* FROM (SELECT json_populate_record(i, '{"key": "demonstration of 2026-06-24",
        "action": "addLocality"}') AS k FROM idempotency_key i WHERE key = 'found council') one""",
    )

    with pytest.raises(DatabaseError, match="belongs to Devon"):
        doors.prepare(clone)


def test_goes_on_to_know_a_demonstration_whose_council_was_renamed(council: str) -> None:
    execute(council, "UPDATE council SET name = 'Southmere'")

    doors.prepare(council)

    assert count(council, "cases") == 40


def test_refuses_a_database_that_holds_something_else(empty: str) -> None:
    execute(empty, "CREATE TABLE invoice (id int)")

    with pytest.raises(DatabaseError, match="holds other data"):
        doors.prepare(empty)

    assert [row["tablename"] for row in execute(empty, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")[0]] == ["invoice"]
