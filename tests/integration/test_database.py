"""The pool: what each connection is opened with, and that nothing is left from one user to the next."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from service.database import SESSION, database, leave_as_it_is, migrate, open_pool
from service.embedded_postgres import DatabaseError
from service.settings import Settings
from tests.conftest import other_database

LEAVES = {
    "SET work_mem": "SET work_mem = '8MB'",
    "SET DateStyle": "SELECT set_config('datestyle', 'SQL, DMY', false)",
    "LISTEN news": "LISTEN news",
    "advisory lock": "SELECT pg_advisory_lock(1)",
    "temporary table t": "CREATE TEMPORARY TABLE t ()",
    "cursor c": "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
}


def with_pool(url: str, use: Callable[[Any], Awaitable[Any]]) -> Any:
    """Open a pool of one connection, and use it."""

    async def run() -> Any:
        async with await open_pool(url, most=1) as pool:
            return await use(pool)

    return asyncio.run(run())


def test_each_connection_is_opened_with_our_settings(empty: str) -> None:
    async def shown(pool: Any) -> dict[str, str]:
        return {name: await pool.fetchval(f"SHOW {name}") for name in SESSION}

    assert with_pool(empty, shown) == SESSION


def test_nothing_is_sent_between_two_users(empty: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.database.leave_as_it_is", leave_as_it_is)  # the service's own, not the one that watches
    sent: list[str] = []

    async def use_twice(pool: Any) -> None:
        for number in (1, 2):
            async with pool.acquire() as connection:
                if number == 1:
                    connection.add_query_logger(lambda query: sent.append(query.query))
                await connection.fetchval(f"SELECT {number}")

    with_pool(empty, use_twice)
    assert sent == ["SELECT 1", "SELECT 2"]


@pytest.mark.parametrize(("what", "statement"), LEAVES.items())
def test_the_watch_sees_what_is_left(empty: str, what: str, statement: str) -> None:
    async def leave(pool: Any) -> None:
        async with pool.acquire() as connection:
            await connection.execute(statement)

    with pytest.raises(AssertionError, match=what):
        with_pool(empty, leave)


def test_what_is_local_to_a_transaction_may_be_set(empty: str) -> None:
    async def stay_local(pool: Any) -> None:
        async with pool.acquire() as connection, connection.transaction():
            await connection.execute("SET LOCAL work_mem = '8MB'; SELECT pg_advisory_xact_lock(1)")

    with_pool(empty, stay_local)


def test_a_database_that_is_not_there_is_told(server: str) -> None:
    with pytest.raises(DatabaseError, match=r"PostgreSQL refuses DATABASE_URL: database .* does not exist"):
        migrate(other_database(server, "early_help_nowhere"))


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(DatabaseError, match=r"No PostgreSQL answers at 127.0.0.1:1 .*: start it, or correct DATABASE_URL"):
        migrate("postgresql://somebody:secret@127.0.0.1:1/x")


def test_production_refuses_the_embedded_server(tmp_path: Any) -> None:
    settings = Settings.model_validate({"EARLY_HELP_MODE": "production", "EARLY_HELP_DATA": tmp_path / "data"})
    with pytest.raises(DatabaseError, match="Production needs a PostgreSQL of its own"), database(settings):
        pass
    assert not (tmp_path / "data").exists()


def test_the_named_database_wins(tmp_path: Any) -> None:
    settings = Settings.model_validate({"DATABASE_URL": "postgres://u@h/d", "EARLY_HELP_DATA": tmp_path / "data"})
    with database(settings) as url:
        assert url == "postgresql://u@h/d"
    assert not (tmp_path / "data").exists()
