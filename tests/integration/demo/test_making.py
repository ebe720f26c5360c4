"""The demonstration's council: whole, the same for the same seed, and never written over somebody else's data."""

import asyncio
import datetime as dt
from typing import Any

import pytest

from service.council.founding import found
from service.database import open_pool
from service.demo import doors, names
from service.demo.cast import ADMINISTRATOR
from service.demo.making import Made, make
from service.demo.teller import open_to_tell
from service.embedded_postgres import DatabaseError
from service.errors import ErrorCode
from service.graph.schema import MUTATIONS
from service.journal.verifying import verify
from tests.conftest import execute
from tests.integration.demo.conftest import FEW, NOW, made
from workflows import WORKFLOWS

CASES, FAMILIES, LEAST = 400, 380, 3
OPENED_OVER = dt.timedelta(days=520)
NEVER_REFUSED = {"children_known": "a request names a child, and help does not end for the last one"}
"""Guards that cannot stand in the way of what the service's own mutations bring about, each with the reason."""


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


def test_has_agencies_teams_people_and_families_over_a_year_and_a_half(council: str) -> None:
    [[span]] = execute(council, "SELECT min(opened_at) AS first, max(entered_at) AS last FROM cases")

    assert [count(council, table) for table in ("agency", "team", "locality", "practitioner")] == [5, 8, 4, 40]
    assert [count(council, table) for table in ("household", "cases")] == [FAMILIES, CASES]
    assert 590 <= count(council, "(SELECT DISTINCT person_id FROM case_child) children") <= 630
    assert span["last"] < NOW
    assert NOW - span["first"] > OPENED_OVER
    assert count(council, "cases WHERE closed_at IS NULL AND due_at < '2026-06-24 12:00Z'") >= 20


def test_has_cases_in_every_state_of_both_workflows(council: str) -> None:
    [found] = execute(council, "SELECT workflow, state, count(*) AS n FROM cases GROUP BY 1, 2")
    counted = {(row["workflow"], row["state"]): row["n"] for row in found}

    few = {(key, state): counted.get((key, state), 0) for (key, _), each in WORKFLOWS.items() for state in each.states}

    assert {at: n for at, n in few.items() if n < LEAST} == {}


def test_every_step_of_both_workflows_was_taken(council: str) -> None:
    [taken] = execute(
        council, "SELECT DISTINCT c.workflow, e.kind FROM event e JOIN cases c ON c.id = e.stream_id WHERE e.stream_kind = 'case'"
    )

    all_of_them = {(key, each.event) for (key, _), workflow in WORKFLOWS.items() for each in workflow.transitions}

    assert all_of_them - {(row["workflow"], row["kind"]) for row in taken} == set()


def test_every_guard_and_every_code_stood_in_the_way_of_something(what_was_made: Made) -> None:
    guards = {guard.key for workflow in WORKFLOWS.values() for each in workflow.transitions for guard in each.guards}

    assert guards - what_was_made.refusals.keys() == NEVER_REFUSED.keys()
    assert set(ErrorCode) - what_was_made.refusals.keys() == set()


def test_every_mutation_is_used(council: str) -> None:
    [actions] = execute(council, "SELECT DISTINCT action FROM idempotency_key")
    used = {row["action"] for row in actions}

    assert {each.__name__ for each in MUTATIONS} - {action[0].upper() + action[1:] for action in used} == set()


def test_its_journal_is_whole(council: str) -> None:
    events, faults = asyncio.run(verify(council))

    assert faults == []
    assert events > 10_000


def test_only_refusals_are_said_to_have_been_read_while_it_was_made(council: str) -> None:
    names_of_changes = {each.__name__[0].lower() + each.__name__[1:] for each in MUTATIONS}
    [traced] = execute(council, "SELECT DISTINCT operation FROM read_trace")

    assert {row["operation"] for row in traced} <= names_of_changes


def test_the_same_day_and_seed_make_the_same_council_and_a_broken_one_goes_on_to_it(server: str, clone: str, another: str) -> None:
    made(clone, FEW)
    asyncio.run(broken_off(another))
    assert 0 < count(another, "cases") < count(clone, "cases")

    asyncio.run(later_on(another))

    assert picture(another) == picture(clone)


async def broken_off(url: str) -> None:
    """Begin to make the council, and stop in the middle."""
    async with await open_to_tell(url) as pool:
        making = asyncio.create_task(make(pool, now=NOW, tell=lambda _: None, programme=FEW))
        while await pool.fetchval("SELECT count(*) FROM cases") < len(FEW) // 2:
            await asyncio.sleep(0.01)
        making.cancel()
        with pytest.raises(asyncio.CancelledError):
            await making


async def later_on(url: str) -> None:
    """Go on with the council two days later; the mark of its end bears the day on which it was begun."""
    async with await open_to_tell(url) as pool:
        await make(pool, now=NOW, tell=lambda _: None, programme=FEW)


def test_is_made_once_by_two_that_start_at_once(clone: str) -> None:
    async def both() -> Any:
        return await asyncio.gather(doors.ensure(clone, FEW), doors.ensure(clone, FEW))

    asyncio.run(both())

    assert count(clone, "household") == len(FEW)


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

    assert count(council, "cases") == CASES


def test_refuses_a_database_that_holds_something_else(empty: str) -> None:
    execute(empty, "CREATE TABLE invoice (id int)")

    with pytest.raises(DatabaseError, match="holds other data"):
        doors.prepare(empty)

    assert [row["tablename"] for row in execute(empty, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")[0]] == ["invoice"]
