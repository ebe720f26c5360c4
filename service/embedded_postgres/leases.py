"""Who uses the server: locks that the kernel lets go of when a process dies, however it dies, and that hold between containers too."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.embedded_postgres.accounts import Place


@dataclass(frozen=True)
class Lease:
    """One user's hold on the server, for as long as its file is open."""

    path: Path
    file: int

    def drop(self) -> None:
        """Let go."""
        self.path.unlink(missing_ok=True)
        os.close(self.file)


@contextlib.contextmanager
def alone(place: Place) -> Iterator[None]:
    """Let one process at a time start or stop the server of a folder."""
    with open(place.folder / "postgres.lock", "w") as lock:
        place.account.give(Path(lock.name))
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def take(place: Place) -> Lease:
    """Take a lease; its file says which process it is, so that nobody signals another one of that number."""
    path = place.folder / "leases" / f"{os.getpid()}-{secrets.token_hex(3)}"
    lease = Lease(path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644))
    try:
        fcntl.flock(lease.file, fcntl.LOCK_EX)
        os.write(lease.file, identity(os.getpid()).encode())
        place.account.give(path)
    except OSError:
        lease.drop()
        raise
    return lease


def users(place: Place) -> list[int]:
    """List the processes that use the server: those that still hold their lock. One of another container is 0. Call it `alone`."""
    found = (_holder(path) for path in (place.folder / "leases").iterdir())
    return [pid for pid in found if pid is not None]


def identity(pid: int) -> str:
    """Tell a process from a later one of its number and from one of another container; empty where the system does not say."""
    try:
        started = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
        return f"{os.readlink('/proc/self/ns/pid')} {started}"
    except OSError:
        return ""


def locked(path: Path) -> bool:
    """Tell whether somebody holds the lock of a file."""
    with open(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _holder(path: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        if not locked(path):
            path.unlink()
            return None
        pid = int(path.name.split("-")[0])
        return pid if path.read_text() == identity(pid) else 0
    return None
