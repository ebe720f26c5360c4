"""The load: a process of its own that keeps connections busy, one request at a time on each."""

import asyncio
import itertools
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import cast

import uvloop

END_OF_HEAD = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Load:
    """What to send where. With `seconds` the requests are sent over and over until time is up, else each of them once."""

    port: int
    requests: Sequence[str]
    connections: int
    seconds: float | None = None
    forbidden: str = '"errors"'
    """What no body may hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: how long it took, how long each answer took, in milliseconds, and what was wrong with the first bad one."""

    elapsed: float
    latencies: list[float]
    problem: str | None = None

    @property
    def per_second(self) -> float:
        """Return the requests a second."""
        return len(self.latencies) / self.elapsed


@dataclass
class Sending:
    """What the connections share."""

    load: Load
    waiting: Iterator[bytes]
    until: float
    latencies: list[float] = field(default_factory=list)
    problem: str | None = None

    def next(self) -> bytes | None:
        """Return the next request, or None when all is done."""
        return None if self.problem or time.perf_counter() >= self.until else next(self.waiting, None)


class Client(asyncio.Protocol):
    """One connection."""

    def __init__(self, sending: Sending, done: "asyncio.Future[None]") -> None:
        self.sending, self.done = sending, done
        self.received, self.awaited, self.sent = bytearray(), 0, 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self.transport = cast(asyncio.Transport, transport)  # uvloop's are none by inheritance
        self.send()

    def send(self) -> None:
        """Send the next request, or close."""
        request = self.sending.next()
        if request is None:
            self.transport.close()
            return
        self.received.clear()
        self.awaited, self.sent = 0, time.perf_counter()
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Gather an answer; when it is whole, note it and go on."""
        self.received += data
        if not self.awaited and (end := self.received.find(END_OF_HEAD)) > 0:
            head = bytes(self.received[:end]).lower()
            self.awaited = end + len(END_OF_HEAD) + int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
        if self.awaited and len(self.received) >= self.awaited:
            self.note()
            self.send()

    def note(self) -> None:
        """Note how long an answer took, and whether it is good."""
        self.sending.latencies.append((time.perf_counter() - self.sent) * 1000)
        good = self.received.startswith(b"HTTP/1.1 200") and self.sending.load.forbidden.encode() not in self.received
        if not good and not self.sending.problem:
            self.sending.problem = self.received.decode("utf-8", "replace")[:2000]

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        if exc and not self.sending.problem:
            self.sending.problem = repr(exc)
        self.done.set_result(None)


async def run(load: Load) -> Outcome:
    """Send everything, and wait for every answer."""
    requests = [each.encode() for each in load.requests]
    begun = time.perf_counter()
    until = begun + load.seconds if load.seconds else float("inf")
    sending = Sending(load, itertools.cycle(requests) if load.seconds else iter(requests), until)
    loop = asyncio.get_running_loop()
    ends: list[asyncio.Future[None]] = [loop.create_future() for _ in range(load.connections)]
    for end in ends:
        await loop.create_connection(lambda end=end: Client(sending, end), "127.0.0.1", load.port)  # type: ignore[misc]
    await asyncio.gather(*ends)
    return Outcome(time.perf_counter() - begun, sending.latencies, sending.problem)


class Refused(Exception):
    """A request was not answered as it should have been."""


def sent(load: Load) -> Outcome:
    """Send a load from a process of its own. Raise Refused where an answer is not good."""
    done = subprocess.run([sys.executable, "-m", "bench.load"], input=json.dumps(asdict(load)), capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise Refused(done.stderr)
    outcome = Outcome(**json.loads(done.stdout))
    if outcome.problem:
        raise Refused(outcome.problem)
    return outcome


if __name__ == "__main__":
    print(json.dumps(asdict(uvloop.run(run(Load(**json.load(sys.stdin)))))))
