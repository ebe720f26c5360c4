"""Several processes, and several containers, on one folder: one server, which the last of them stops."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from service.embedded_postgres import DatabaseError, EmbeddedPostgres, leases
from service.settings import HOME
from tests.integration.launcher.conftest import User, down, pid_of, sentence, value

USE = """
import sys, pathlib
from service.embedded_postgres import EmbeddedPostgres, DatabaseError
try:
    print(EmbeddedPostgres(pathlib.Path(sys.argv[1])).start(), flush=True)
    sys.stdin.read()
except DatabaseError as problem:
    print(problem)
"""


def can_make_containers() -> bool:
    """Tell whether this machine lets us."""
    return subprocess.run(["unshare", "--pid", "--fork", "--mount-proc", "--net", "true"], capture_output=True).returncode == 0


in_a_container = pytest.mark.skipif(not can_make_containers(), reason="needs root and namespaces")


def contained(folder: Path, *options: str) -> "subprocess.Popen[str]":
    """Use the server of a folder from a container."""
    command = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", *options, sys.executable, "-c", USE, str(folder)]
    return subprocess.Popen(command, cwd=HOME, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_the_last_user_stops_the_server(used: Path, another: Callable[[Path], User]) -> None:
    first, second = another(used), another(used)
    assert first.url == second.url
    server = EmbeddedPostgres(used)
    first.end()
    server.start()
    assert not server.stop(), "the second still uses it"
    assert value(second.url, "SELECT n FROM kept") == 7
    second.end()
    assert server.stop() and down(server)


def test_stopping_for_everyone_ends_every_user(used: Path, another: Callable[[Path], User]) -> None:
    users = [another(used), another(used)]
    server = EmbeddedPostgres(used)
    assert server.stop(everyone=True) and down(server)
    for user in users:
        user.process.join(5)
        assert user.process.exitcode == -signal.SIGTERM


def test_two_instances_in_one_process(used: Path) -> None:
    first, second = EmbeddedPostgres(used), EmbeddedPostgres(used)
    assert first.start() == second.start()
    assert not first.stop() and second.stop()


def test_nobody_is_signalled_by_a_number_that_is_another_process_by_now(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = EmbeddedPostgres(used)
    lease = leases.take(server.place)
    lease.path.write_text("an earlier process of this number")
    monkeypatch.setattr(os, "kill", lambda *_: pytest.fail("somebody was signalled"))
    with pytest.raises(DatabaseError, match="another container"):
        server.stop(everyone=True)
    lease.drop()


@in_a_container
def test_a_container_on_the_same_network_shares_the_server(used: Path, another: Callable[[Path], User]) -> None:
    here = another(used)
    server = EmbeddedPostgres(used)
    with contained(used) as there:
        assert there.stdout and there.stdout.readline().strip() == here.url
        here.end()
        assert not server.stop(), "the container still uses it"
        with pytest.raises(DatabaseError, match="A PostgreSQL in another container uses") as problem:
            server.stop(everyone=True)
        sentence(problem)
        assert value(here.url, "SELECT n FROM kept") == 7
        there.communicate("")
    assert server.stop() and down(server)


@in_a_container
def test_a_container_that_cannot_reach_the_server_is_told(used: Path, another: Callable[[Path], User]) -> None:
    here, server = another(used), EmbeddedPostgres(used)
    pid = pid_of(server)
    with contained(used, "--net") as there:
        said, _ = there.communicate("")
    assert "A PostgreSQL in another container uses" in said and "Traceback" not in said
    assert value(here.url, "SELECT n FROM kept") == 7 and pid_of(server) == pid
