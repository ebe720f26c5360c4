"""A database of its own for the bench: made beside the configured one, filled by COPY, dropped afterwards."""

import asyncio
import datetime as dt
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import asyncpg

from bench.columns import COLUMNS
from bench.council import Rows, practitioners, structure
from bench.families import Families
from service.database import migrate

TAKEN_OFF = """
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS off,
        format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS again
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
"""Foreign keys and plain indexes: made anew after the rows are there they take a tenth of the time."""


PATIENCE = 120
"""For how many seconds a database is tried to be dropped."""


async def execute(url: str, *statements: str) -> None:
    """Run statements on a connection of their own."""
    connection = await asyncpg.connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@contextmanager
def database_of_its_own(server: str, *, keep: bool = False) -> Iterator[str]:
    """Make an empty, migrated database beside the one that a URL names, and drop it afterwards."""
    name = f"early_help_bench_{secrets.token_hex(6)}"
    asyncio.run(execute(server, f"CREATE DATABASE {name} TEMPLATE template0", f"COMMENT ON DATABASE {name} IS '{int(time.time())}'"))
    try:
        url = urlsplit(server)._replace(path="/" + name).geturl()
        migrate(url)
        yield url
    finally:
        if not keep:
            drop(server, name)


def drop(server: str, name: str) -> None:
    """Drop a database, again where the server's own autovacuum is in it: only a superuser may end that, but it ends by itself."""
    for _ in range(PATIENCE):
        with suppress(asyncpg.InsufficientPrivilegeError):
            asyncio.run(execute(server, f"DROP DATABASE {name} WITH (FORCE)"))
            return
        time.sleep(1)
    print(f"The database {name} could not be dropped; drop it by hand.")


async def fill(url: str, cases: int, now: dt.datetime | None = None) -> None:
    """Fill a migrated database with the council and so many cases, and let PostgreSQL learn what is in it."""
    people = practitioners()
    connection = await asyncpg.connect(url, server_settings={"synchronous_commit": "off", "maintenance_work_mem": "512MB"})
    try:
        taken = await connection.fetch(TAKEN_OFF)
        await connection.execute(";".join(row["off"] for row in taken))
        await copy(connection, structure(people))
        for rows in Families(people, now or dt.datetime.now(dt.UTC)).batches(cases):
            await copy(connection, rows)
        for row in taken:
            await connection.execute(row["again"], timeout=600)
        await connection.execute("VACUUM (ANALYZE, FREEZE)", timeout=600)
    finally:
        await connection.close()


async def copy(connection: "asyncpg.Connection[asyncpg.Record]", rows: Rows) -> None:
    """Copy rows into their tables."""
    for table, each in rows.items():
        await connection.copy_records_to_table(table, columns=COLUMNS[table].split(), records=each)
