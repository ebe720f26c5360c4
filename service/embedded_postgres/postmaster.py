"""The running server: whether there is one, its start and its end.

The server holds a lock of its own from its first moment to the end of its last process. Unlike a process id, which may be another
process's by now or mean nothing in this container, that lock cannot be wrong.
"""

import contextlib
import fcntl
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from service.embedded_postgres import sentences
from service.embedded_postgres.accounts import Place
from service.embedded_postgres.binaries import Binaries
from service.embedded_postgres.leases import locked
from service.embedded_postgres.sentences import DatabaseError

SAY_SLOW_AFTER, LAST_PROCESSES_LEAVE_IN, GIVE_UP_AFTER = 5.0, 5.0, 600.0  # seconds; recovery after a crash may be long
PASSES = "could not bind|Address already in use|is still in use|starting up"  # another took the port, or a killed server's last are leaving


def running(place: Place) -> bool:
    """Tell whether any process of the folder's server lives, here or in another container."""
    return (place.home / "server.lock").exists() and locked(place.home / "server.lock")


@contextlib.contextmanager
def server_lock(place: Place) -> Iterator[int]:
    """Hold the server's lock. A process that inherits the file goes on holding it."""
    lock = os.open(place.home / "server.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        place.account.give(place.home / "server.lock")
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)


def port(place: Place) -> int:
    """Read the port of the running server. Raise DatabaseError where it has just ended."""
    try:
        return int(_pid_file(place)[3])
    except ValueError:
        raise DatabaseError(f"The database server of {place.folder} ended just now: start again.") from None


def process(place: Place) -> int | None:
    """Find the server's process. None where it has ended, or where this container does not see it."""
    pid = int(_pid_file(place)[0] or 0)
    try:
        return pid if pid > 0 and _works_in(pid, place.data) else None
    except PermissionError:
        return pid  # another account's, which holds our lock
    except FileNotFoundError:
        return pid if not Path("/proc/self").exists() else None


def attach(place: Place, say: Callable[[str], None]) -> bool:
    """Wait for a server that lives already. False where it has ended meanwhile, or there is none."""
    begin, said = time.monotonic(), False
    while running(place):
        waited, is_ready = time.monotonic() - begin, _pid_file(place)[7].strip() == "ready"
        if is_ready and (process(place) or _listens(place) or waited > LAST_PROCESSES_LEAVE_IN):
            return True
        said = said or _say_slow(waited, say)
        if waited > GIVE_UP_AFTER:
            raise DatabaseError(f"PostgreSQL has not become ready in ten minutes; see {place.log}.")
        time.sleep(0.01)
    return False


def launch(place: Place, binaries: Binaries, say: Callable[[str], None]) -> None:
    """Start the server. Raise DatabaseError with the reason from its log where it does not."""
    _clear_away(place)
    for _ in range(8):
        began = place.log.stat().st_size if place.log.exists() else 0
        server = _spawn(place, binaries)
        if _becomes_ready(place, server, say):
            server.returncode = 0  # it may outlive us: Popen need not warn of it
            return
        text = place.log.read_bytes()[began:].decode(errors="replace")
        if not re.search(PASSES, text):
            break
        time.sleep(0.5)
    raise sentences.explain(text, place.home)


def end(place: Place) -> None:
    """Stop the server the fast way: what runs is rolled back, and a checkpoint is written."""
    pid = process(place)
    if pid is None:
        if not wait_for(lambda: not running(place), LAST_PROCESSES_LEAVE_IN):
            raise sentences.elsewhere(place.folder)
        return
    try:
        os.kill(pid, signal.SIGINT)
    except PermissionError:
        raise DatabaseError(f"The database server (process {pid}) belongs to another user: stop it as that user.") from None
    if not wait_for(lambda: not running(place), 60):
        raise DatabaseError(f"The database server (process {pid}) does not stop; see {place.log}.")
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait until a condition is met; tell whether it was in time."""
    deadline = time.monotonic() + seconds
    while not (met := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return met


def free_port() -> int:
    """Choose a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def _clear_away(place: Place) -> None:
    """Remove the mark of a server that is gone: nobody holds our lock, so it names nobody, or a server that we did not start."""
    pid = int(_pid_file(place)[0] or 0)
    with contextlib.suppress(OSError):
        if pid > 0 and _works_in(pid, place.data):
            raise DatabaseError(f"A PostgreSQL that was not started by us (process {pid}) uses {place.data}: stop it first.")
    (place.data / "postmaster.pid").unlink(missing_ok=True)


def _works_in(pid: int, data: Path) -> bool:
    """Tell whether a process is a postmaster of the folder: its working folder always is."""
    return os.path.samefile(f"/proc/{pid}/cwd", data)


def _spawn(place: Place, binaries: Binaries) -> "subprocess.Popen[bytes]":
    """Begin the server with its lock in hand. TCP and no socket file, so the length of the path does not matter."""
    command = [str(binaries.folder / "postgres"), "-D", str(place.data), "-p", str(free_port()), "-h", "127.0.0.1", "-k", ""]
    log = os.open(place.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        place.account.give(place.log)
        with server_lock(place) as lock:
            streams: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, "pass_fds": [lock]}
            return subprocess.Popen(command, start_new_session=True, **streams, **place.account.surroundings())
    finally:
        os.close(log)


def _becomes_ready(place: Place, server: "subprocess.Popen[bytes]", say: Callable[[str], None]) -> bool:
    """Wait for the eighth line of postmaster.pid, which pg_ctl reads too: no connection, no process."""
    begin, said = time.monotonic(), False
    while (lines := _pid_file(place))[0] != str(server.pid) or lines[7].strip() != "ready":
        waited = time.monotonic() - begin
        if server.poll() is not None:
            return False
        said = said or _say_slow(waited, say)
        if waited > GIVE_UP_AFTER:
            raise DatabaseError(f"PostgreSQL has not become ready in ten minutes; see {place.log}.")
        time.sleep(0.01)
    return True


def _listens(place: Place) -> bool:
    """Tell whether a server that this container does not see can be reached all the same."""
    with contextlib.suppress(OSError, DatabaseError), socket.create_connection(("127.0.0.1", port(place)), timeout=1):
        return True
    return False


def _say_slow(waited: float, say: Callable[[str], None]) -> bool:
    if waited > SAY_SLOW_AFTER:
        say("PostgreSQL is recovering from a hard stop; waiting for it.")
    return waited > SAY_SLOW_AFTER


def _pid_file(place: Place) -> list[str]:
    try:
        lines = (place.data / "postmaster.pid").read_text().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        lines = []
    return (lines + [""] * 8)[:8]
