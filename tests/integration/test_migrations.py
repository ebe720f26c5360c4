"""Migrations: up, down, up; what they make is what the tables say; many at once; and a journal that only grows."""

import asyncio
import multiprocessing
from collections.abc import Iterator

import asyncpg
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.ext.asyncio import create_async_engine

from service.database import migrate
from service.settings import HOME
from service.tables import metadata
from tests.conftest import execute

CATALOGUE = """
    SELECT conrelid::regclass::text || ' ' || conname AS name, pg_get_constraintdef(oid) AS said FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
    UNION ALL SELECT tablename || ' ' || indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT table_name || '.' || column_name, concat_ws(' ', data_type, udt_name, is_nullable, column_default, is_identity)
    FROM information_schema.columns WHERE table_schema = 'public'
"""


def config(url: str) -> Config:
    """Point alembic at a database."""
    made = Config(toml_file=str(HOME / "pyproject.toml"))
    made.attributes["url"] = url
    return made


def catalogue(url: str) -> dict[str, str]:
    """Everything that the database says about its tables, but alembic's own."""
    (rows,) = execute(url, CATALOGUE)
    return {row["name"]: row["said"] for row in rows if not row["name"].startswith("alembic_version")}


def test_every_migration_goes_up_down_and_up_again(empty: str) -> None:
    command.upgrade(config(empty), "head")
    first = catalogue(empty)
    command.downgrade(config(empty), "base")
    assert catalogue(empty) == {}
    assert execute(empty, "SELECT 1 FROM pg_proc WHERE pronamespace = 'public'::regnamespace")[0] == []
    command.upgrade(config(empty), "head")
    assert catalogue(empty) == first


def test_alembic_finds_no_difference(clone: str) -> None:
    command.check(config(clone))


def test_migrations_make_what_the_tables_say(clone: str, empty: str) -> None:
    """Compare the catalogues too: alembic's own check does not look at CHECK constraints."""

    async def create() -> None:
        engine = create_async_engine(empty.replace("postgresql://", "postgresql+asyncpg://", 1))
        try:
            async with engine.begin() as connection:
                await connection.run_sync(metadata.create_all)
        finally:
            await engine.dispose()

    asyncio.run(create())
    assert catalogue(clone) == catalogue(empty)


def test_ten_migrations_at_once(empty: str) -> None:
    forked = multiprocessing.get_context("fork")  # begins at once, where a new Python would take a second to import
    runs = [forked.Process(target=migrate, args=[empty]) for _ in range(10)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0] * 10


def test_clones_are_empty_and_apart(clone: str) -> None:
    assert execute(clone, "SELECT count(*) FROM event")[0][0][0] == 0


@pytest.fixture
def recorded(clone: str) -> Iterator[str]:
    """A database with one event and one read trace."""
    one = "00000000-0000-0000-0000-000000000001"
    execute(
        clone,
        f"INSERT INTO event (stream_kind, stream_id, seq, at, actor, purpose, kind, payload_hash, hash) "
        f"VALUES ('case', '{one}', 1, now(), '{one}', 'test', 'Opened', sha256(''), sha256(''))",
        f"INSERT INTO read_trace (id, at, actor, purpose, operation, records) VALUES ('{one}', now(), '{one}', 'test', 'Q', '{{}}')",
    )
    yield clone


@pytest.mark.parametrize("table", ["event", "read_trace"])
@pytest.mark.parametrize(
    "change", ["UPDATE {} SET at = now()", "UPDATE {} SET at = now() WHERE false", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_the_journal_is_append_only(recorded: str, table: str, change: str) -> None:
    with pytest.raises(asyncpg.RestrictViolationError, match="the journal is append-only"):
        execute(recorded, change.format(table))
    assert execute(recorded, f"SELECT count(*) FROM {table}")[0][0][0] == 1
