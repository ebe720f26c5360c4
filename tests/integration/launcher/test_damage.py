"""Whatever was killed, left half done or filled up: the next start works, or says in one sentence what to do."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from service.embedded_postgres import DatabaseError, EmbeddedPostgres, cluster, postmaster, wheel_binaries
from tests.conftest import execute
from tests.integration.launcher.conftest import User, as_root, down, forked, hold, pid_of, sentence, value


def test_attaches_to_a_server_whose_parent_was_killed(used: Path, another: Callable[[Path], User]) -> None:
    another(used).end()
    server = EmbeddedPostgres(used)
    pid = pid_of(server)

    assert value(server.start(), "SELECT n FROM kept") == 7

    assert pid_of(server) == pid
    assert server.stop() and down(server)


def test_a_killed_server(used: Path) -> None:
    server = EmbeddedPostgres(used)
    execute(server.start(), "INSERT INTO kept SELECT generate_series(1, 50000)")
    os.kill(pid_of(server), signal.SIGKILL)
    assert value(server.start(), "SELECT count(*) FROM kept") == 50_001
    server.stop()


def test_a_server_killed_between_being_found_and_being_asked(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server, attach = EmbeddedPostgres(used), postmaster.attach
    server.start()

    def found_and_killed(*given: Any) -> bool:
        found = attach(*given)
        os.kill(pid_of(server), signal.SIGKILL)
        return found

    monkeypatch.setattr(postmaster, "attach", found_and_killed)
    assert value(server.start(), "SELECT n FROM kept") == 7
    server.stop()


def test_everything_killed_at_once(used: Path, another: Callable[[Path], User]) -> None:
    user, server = another(used), EmbeddedPostgres(used)
    os.kill(pid_of(server), signal.SIGKILL)
    user.end()
    assert value(server.start(), "SELECT n FROM kept") == 7
    server.stop()


def test_the_mark_of_a_gone_server_that_names_another_process(used: Path) -> None:
    """The number is now a process of the same account, which PostgreSQL alone takes for a postmaster."""
    server = EmbeddedPostgres(used)
    server.start()
    mark = server.place.data / "postmaster.pid"
    text = mark.read_text()
    server.stop()
    surroundings = server.place.account.surroundings()
    with subprocess.Popen(["sleep", "60"], **surroundings) as other:
        mark.write_text(text.replace(text.split()[0], str(other.pid), 1))
        assert value(EmbeddedPostgres(used).start(), "SELECT n FROM kept") == 7
        assert other.poll() is None
        other.kill()


def test_an_empty_mark(used: Path) -> None:
    server = EmbeddedPostgres(used)
    (server.place.data / "postmaster.pid").touch()
    assert value(server.start(), "SELECT n FROM kept") == 7
    server.stop()


def test_a_server_that_was_started_by_hand_is_left_alone(used: Path) -> None:
    server = EmbeddedPostgres(used)
    command = [
        str(wheel_binaries() / "postgres"),
        "-D",
        str(server.place.data),
        "-h",
        "127.0.0.1",
        "-p",
        str(postmaster.free_port()),
        "-k",
        "",
    ]
    surroundings = server.place.account.surroundings()
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **surroundings) as by_hand:
        while not (server.place.data / "postmaster.pid").exists() and by_hand.poll() is None:
            time.sleep(0.01)
        if by_hand.poll() is not None:
            pytest.fail("the trial itself did not start")
        with pytest.raises(DatabaseError, match="was not started by us") as problem:
            server.start()
        assert str(by_hand.pid) in sentence(problem) and by_hand.poll() is None
        by_hand.send_signal(signal.SIGINT)


def test_an_interrupted_first_start(folder: Path) -> None:
    mine, theirs = forked.Pipe(duplex=False)
    starting = forked.Process(target=hold, args=[folder, theirs])
    starting.start()
    new = folder / "pgdata.new"
    while not (new / "base").exists() and not list(Path("/var/lib").glob("early-help/*/pgdata.new/base")):
        time.sleep(0.001)
    starting.kill()
    starting.join()
    mine.close()
    theirs.close()

    server = EmbeddedPostgres(folder)
    assert not server.place.data.exists()
    assert value(server.start(), "SELECT 1") == 1
    assert not list(server.place.home.glob("pgdata.new*"))


@pytest.mark.parametrize("name", ["letter.txt", "PG_VERSION"])
def test_a_folder_that_is_no_database_of_ours(folder: Path, name: str) -> None:
    server = EmbeddedPostgres(folder)
    server.place.data.mkdir()
    (server.place.data / name).write_text("precious")
    with pytest.raises(DatabaseError, match="is not a complete database folder of ours") as problem:
        server.start()
    assert "make clean" in sentence(problem)
    assert (server.place.data / name).read_text() == "precious"


def test_another_major_version(used: Path) -> None:
    server = EmbeddedPostgres(used)
    (server.place.data / "PG_VERSION").write_text("16\n")
    with pytest.raises(DatabaseError, match="was made by PostgreSQL 16, this is 18: run `make clean`") as problem:
        server.start()
    sentence(problem)


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk with room for one database and little else."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200m,mode=755", "tmpfs", folder], check=True)
    yield folder
    EmbeddedPostgres(folder / "data").delete()
    subprocess.run(["umount", folder], check=True)


def fill(path: Path) -> None:
    """Write until the disk is full."""
    with pytest.raises(OSError, match="No space"), open(path, "wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


@as_root
def test_a_full_disk(small_disk: Path) -> None:
    filler, server = small_disk / "filler", EmbeddedPostgres(small_disk / "data")
    filler.write_bytes(bytes(120 << 20))
    with pytest.raises(DatabaseError, match="is full") as problem:
        server.start()
    assert "EARLY_HELP_DATA" in sentence(problem) and not server.place.data.exists()

    filler.unlink()
    execute(server.start(), "CREATE TABLE kept AS SELECT 1 AS n")
    server.stop()

    fill(filler)
    with pytest.raises(DatabaseError, match="is full") as problem:
        server.start()
    sentence(problem)
    filler.unlink()
    assert value(server.start(), "SELECT n FROM kept") == 1
    server.stop()


@as_root
def test_a_disk_that_fills_up_during_the_first_start(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = EmbeddedPostgres(small_disk / "data")
    (small_disk / "filler").write_bytes(bytes(170 << 20))
    monkeypatch.setattr(cluster, "NEEDED_BYTES", 0)
    with pytest.raises(DatabaseError, match="is full") as problem:
        server.start()
    sentence(problem)
    assert not list(server.place.home.glob("pgdata*"))


@as_root
def test_a_folder_that_cannot_be_written(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(DatabaseError, match="cannot be written") as problem:
        EmbeddedPostgres(small_disk / "data")
    assert "EARLY_HELP_DATA" in sentence(problem)
    subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
