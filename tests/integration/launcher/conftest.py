"""Folders for servers that are started, killed and starved, and other processes that use them."""

import multiprocessing
import os
import secrets
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from service.embedded_postgres import DatabaseError, EmbeddedPostgres
from service.embedded_postgres import postmaster as server_process
from tests.conftest import execute, remove

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")
forked = multiprocessing.get_context("fork")


@dataclass(frozen=True)
class User:
    """Another process that uses the server."""

    process: BaseProcess
    url: str

    def end(self, number: int = signal.SIGKILL) -> None:
        """End it by a signal."""
        assert self.process.pid
        os.kill(self.process.pid, number)
        self.process.join(10)


@pytest.fixture
def folder(place: Path) -> Iterator[Path]:
    """A folder that is not there yet."""
    parent = place / secrets.token_hex(4)
    parent.mkdir(mode=0o755)
    yield parent / "data"
    remove(parent)


@pytest.fixture
def private(folder: Path) -> Path:
    """A folder that is not there yet, under a parent that only its owner may enter."""
    folder.parent.chmod(0o700)
    return folder


@pytest.fixture
def binaries(request: pytest.FixtureRequest) -> Path | None:
    """The programs of another PostgreSQL, where the option names one."""
    named: Path | None = request.config.getoption("--postgres")
    return named


@pytest.fixture(scope="session")
def stopped(place: Path) -> Path:
    """A folder whose server was started once and stopped, with a table in it; not to be touched."""
    server = EmbeddedPostgres(place / "stopped")
    execute(server.start(), "CREATE TABLE kept AS SELECT 7 AS n")
    server.stop()
    return place / "stopped"


@pytest.fixture
def used(folder: Path, stopped: Path) -> Path:
    """A copy of such a folder, which is quicker than a first start."""
    subprocess.run(["cp", "-a", stopped, folder], check=True)
    return folder


@pytest.fixture
def another() -> Iterator[Callable[[Path], User]]:
    """Start the server of a folder from another process, which then holds on to it until it is ended."""
    started: list[BaseProcess] = []

    def begin(folder: Path) -> User:
        mine, theirs = forked.Pipe(duplex=False)
        process = forked.Process(target=hold, args=[folder, theirs])
        process.start()
        started.append(process)
        theirs.close()
        with mine:
            return User(process, mine.recv())

    yield begin
    for process in started:
        process.kill()
        process.join()


def hold(folder: Path, told: Any) -> None:
    """Start the server, tell its URL, and wait for the end."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    server = EmbeddedPostgres(folder)
    told.send(server.start())
    time.sleep(99)


def value(url: str, statement: str) -> object:
    """Ask for one value."""
    return execute(url, statement)[0][0][0]


def pid_of(server: EmbeddedPostgres) -> int:
    """The server's process."""
    return int((server.place.data / "postmaster.pid").read_text().split()[0])


def down(server: EmbeddedPostgres) -> bool:
    """Tell whether no process of the server is left."""
    return not server_process.running(server.place)


def sentence(problem: pytest.ExceptionInfo[DatabaseError]) -> str:
    """The one sentence that was said."""
    text = str(problem.value)
    assert "\n" not in text and text.endswith(".")
    return text
