"""A server process: the service, or the limit, on a database and a free port; both by the service's own server."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

from service.access.sign_in import Tokens
from service.serving import serve

SERVICE, LIMIT = "service", "limit"


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    name: str
    port: int
    process: psutil.Process

    def cpu(self) -> float:
        """Return the seconds of processor that it has used."""
        used = self.process.cpu_times()
        return float(used.user + used.system)

    def memory(self) -> "Memory":
        """Return how much memory it holds."""
        held = self.process.memory_full_info()
        shared = getattr(held, "pss", None)
        return Memory(held.rss / 2**20, None if shared is None else shared / 2**20)


@dataclass(frozen=True, slots=True)
class Memory:
    """How much memory a process holds, in MiB: all that is resident, and with what it shares counted in part (Linux only)."""

    resident: float
    proportional: float | None


@contextmanager
def serving(name: str, url: str, secret: str) -> Iterator[Server]:
    """Start a server, and end it."""
    with subprocess.Popen([sys.executable, "-m", "bench.serving"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        process.stdin.write(json.dumps([name, url, secret]) + "\n")
        process.stdin.flush()
        try:
            yield Server(name, int(process.stdout.readline()), psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(10)


def main() -> None:
    """Serve what standard input names."""
    name, url, secret = json.loads(sys.stdin.readline())
    if name == LIMIT:
        from bench.limit import application
    else:
        from service.app import application
    door = socket.create_server(("127.0.0.1", 0))
    serve(application(url, Tokens(secret)), door, lambda: print(door.getsockname()[1], flush=True))


if __name__ == "__main__":
    main()
