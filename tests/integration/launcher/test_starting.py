"""The server starts, again and again, wherever it is told to, and only its own role gets in."""

import multiprocessing
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from service.embedded_postgres import EmbeddedPostgres, postmaster
from tests.conftest import execute
from tests.integration.launcher.conftest import down, value


def test_first_start_and_restart(folder: Path, binaries: Path | None) -> None:
    server = EmbeddedPostgres(folder, binaries)
    url = server.start()
    execute(url, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)")
    assert value(url, "SHOW fsync") == "on"

    assert server.stop() and down(server)

    assert value(EmbeddedPostgres(folder, binaries).start(), "SELECT n FROM kept") == 7


@pytest.fixture(scope="module")
def running(place: Path, request: pytest.FixtureRequest) -> Iterator[EmbeddedPostgres]:
    """A server that several tests only look at."""
    server = EmbeddedPostgres(place / "looked-at", request.config.getoption("--postgres"))
    server.start()
    yield server
    server.delete()


def test_nobody_gets_in_without_the_password(running: EmbeddedPostgres) -> None:
    url, place = running.url(), running.place

    with pytest.raises(asyncpg.InvalidPasswordError):
        execute(re.sub(":[^:@]+@", ":wrong@", url), "SELECT 1")
    with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError, match="no pg_hba"):
        execute(re.sub("//early_help:", "//postgres:", url), "SELECT 1")
    assert (place.data / "postmaster.pid").read_text().splitlines()[4] == "", "there is no socket file"
    assert place.password.stat().st_mode & 0o077 == 0
    assert place.password.read_text() not in place.log.read_text()


def test_the_service_is_no_superuser_but_owns_its_database(running: EmbeddedPostgres) -> None:
    url = running.url()
    ask = "SELECT rolsuper, rolcreaterole, rolreplication, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    assert tuple(execute(url, ask)[0][0]) == (False, False, False, False, True)
    assert value(url, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()") == "early_help"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        execute(url, "COPY (SELECT 1) TO PROGRAM 'true'")


@pytest.mark.parametrize("name", ["with a space", "d" * 120 + "/" + "e" * 120, "accents é ' %s"])
def test_any_path(folder: Path, name: str, binaries: Path | None) -> None:
    assert value(EmbeddedPostgres(folder / name, binaries).start(), "SELECT 1") == 1


def test_a_port_that_is_taken_in_between(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        ports, free = iter([taken.getsockname()[1]]), postmaster.free_port
        monkeypatch.setattr(postmaster, "free_port", lambda: next(ports, None) or free())
        assert value(EmbeddedPostgres(used).start(), "SELECT 1") == 1


def test_variables_of_postgresql_change_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch, binaries: Path | None) -> None:
    for name in ("PGDATA", "PGPORT", "PGHOST", "PGSERVICE", "PGOPTIONS", "PGUSER", "LC_ALL"):
        monkeypatch.setenv(name, "nonsense")
    assert EmbeddedPostgres(folder, binaries).start()


def test_makes_a_database_anew_that_was_dropped(used: Path) -> None:
    server = EmbeddedPostgres(used)
    server.start()
    execute(server.url("postgres"), "DROP DATABASE early_help")
    assert value(EmbeddedPostgres(used).start(), "SELECT 1") == 1
    server.stop()


def test_removes_what_it_made(used: Path) -> None:
    server = EmbeddedPostgres(used)
    server.start()
    server.delete()
    assert {path.name for path in used.iterdir()} <= {"postgres.lock"} and not server.place.data.exists()


def start_and_stop(folder: Path) -> None:
    """Use the server for a moment."""
    server = EmbeddedPostgres(folder)
    assert value(server.start(), "SELECT 1") == 1
    server.stop()


def test_ten_first_starts_at_once(folder: Path) -> None:
    forked = multiprocessing.get_context("fork")
    users = [forked.Process(target=start_and_stop, args=[folder]) for _ in range(10)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    assert [user.exitcode for user in users] == [0] * 10
    assert down(EmbeddedPostgres(folder)), "the last one stops it"
