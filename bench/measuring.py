"""Measure in turns, service and limit, so that what else the machine does meets both."""

import asyncio
import secrets
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import psutil

from bench.families import MOVED_FROM
from bench.filling import database_of_its_own, fill
from bench.histories import ONGOING, OPEN
from bench.load import Load, Outcome, sent
from bench.machine import Machine, this_machine
from bench.sameness import check_moves, check_reads
from bench.serving import LIMIT, SERVICE, Memory, Server, serving
from bench.work import Wanted, askers, cases, fetched, from_aside, moves, worklists
from service.access.sign_in import Tokens

BACKENDS = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'early help'"
CASES_ASKED = 2000
COMPARED, ASIDE_COMPARED, MOVES_COMPARED = 100, 20, 6
WARM_UP_SECONDS = 2.0
MARGIN = 0.95
"""How much of the cases that should stand where they can be moved from surely do: their states are drawn by lot."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured: `moves` in each turn; `seconds` for each turn of reading."""

    cases: int = 100_000
    rounds: int = 5
    seconds: float = 4.0
    moves: int = 1500
    connections: int = 16

    @property
    def moves_needed(self) -> int:
        """Return how many cases are moved in all, each once, by the two together."""
        return MOVES_COMPARED + 2 * (self.rounds + 1) * self.moves


class TooFewCases(Exception):
    """There are not as many cases to move as moves are to be measured."""


def demand_enough(size: Size) -> None:
    """Raise TooFewCases, before anything is filled, unless every move finds a case of its own."""
    there = int(size.cases * ONGOING * OPEN[MOVED_FROM] / sum(OPEN.values()) * MARGIN)
    if size.moves_needed > there:
        raise TooFewCases(f"{size.moves_needed:,} moves are too many for {size.cases:,} cases: ask for fewer rounds, or more cases.")


QUICK = Size(cases=5000, rounds=2, seconds=1.5, moves=120)
SMALLEST = Size(cases=500, rounds=1, seconds=0.3, moves=16, connections=4)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn of one server at one job came to; times in milliseconds, processor times of each request."""

    job: str
    server: str
    per_second: float
    p50: float
    p95: float
    python: float
    postgres: float | None


@dataclass(frozen=True, slots=True)
class Results:
    """Every turn, in order; how much memory each server process held at the end; and how many answers were compared before."""

    machine: Machine
    size: Size
    compared: int
    turns: list[Turn]
    memory: dict[str, Memory]


@dataclass(frozen=True, slots=True)
class Bench:
    """Two servers on one database, and what there is to ask."""

    url: str
    size: Size
    servers: tuple[Server, Server]
    reads: dict[str, list[Wanted]]
    aside: list[Wanted]
    """What is only compared: what its asker sees in part or not at all."""
    moves: Iterator[Wanted]

    def taken(self, many: int) -> list[Wanted]:
        """Take moves that nobody has made yet."""
        return [next(self.moves) for _ in range(many)]

    async def compare(self) -> int:
        """Return how many answers were compared, and are the same. Raise Different."""
        reads = [each for wanted in self.reads.values() for each in wanted[:COMPARED]]
        read = await check_reads(self.url, *self.servers, [*reads, *self.aside])
        return read + await check_moves(self.url, *self.servers, self.taken(MOVES_COMPARED))

    def turns(self) -> Iterator[Turn]:
        """Measure; the order of the two changes from round to round. The first turns only warm up."""
        for number in range(-1, self.size.rounds):
            for job in (*self.reads, "move"):
                for server in self.servers if number % 2 else self.servers[::-1]:
                    turn = self.turn(job, server, warm_up=number < 0)
                    if number >= 0:
                        yield turn

    def turn(self, job: str, server: Server, *, warm_up: bool) -> Turn:
        """Take one turn."""
        wanted = self.reads.get(job) or self.taken(self.size.moves)
        seconds = None if job == "move" else min(WARM_UP_SECONDS, self.size.seconds) if warm_up else self.size.seconds
        load = Load(server.port, [each.request(server.name) for each in wanted], self.size.connections, seconds)
        python, postgres = server.cpu(), self.postgres()
        outcome = sent(load)
        used = None if postgres is None else (self.postgres() or 0) - postgres
        return turned(job, server, outcome, server.cpu() - python, used)

    def postgres(self) -> float | None:
        """Return the seconds of processor that our backends have used; None where PostgreSQL is on another machine."""
        rows = asyncio.run(fetched(self.url, BACKENDS))
        try:
            used = [psutil.Process(row["pid"]).cpu_times() for row in rows]
        except psutil.Error:
            return None
        return float(sum(each.user + each.system for each in used))


def turned(job: str, server: Server, outcome: Outcome, python: float, postgres: float | None) -> Turn:
    """Reckon a turn."""
    many = len(outcome.latencies)
    twentieths = statistics.quantiles(outcome.latencies, n=20)
    each = None if postgres is None else postgres / many * 1000
    return Turn(job, server.name, outcome.per_second, twentieths[9], twentieths[18], python / many * 1000, each)


def measure(server_url: str, size: Size, *, keep: bool = False) -> Results:
    """Fill a database, compare what the two do, and measure them. Raise TooFewCases."""
    demand_enough(size)
    with database_of_its_own(server_url, keep=keep) as url:
        asyncio.run(fill(url, size.cases))
        tokens = Tokens(secrets.token_hex(32))
        with serving(SERVICE, url, tokens.secret) as service, serving(LIMIT, url, tokens.secret) as limit:
            return measured(prepared(url, size, tokens, (service, limit)))


def prepared(url: str, size: Size, tokens: Tokens, servers: tuple[Server, Server]) -> Bench:
    """Find out what there is to ask."""
    who = askers(tokens)
    reads = {"worklist": worklists(who), "case": asyncio.run(cases(url, who, CASES_ASKED))}
    aside = asyncio.run(from_aside(url, who, ASIDE_COMPARED))
    return Bench(url, size, servers, reads, aside, iter(asyncio.run(moves(url, who, size.moves_needed))))


def measured(bench: Bench) -> Results:
    """Compare, then measure."""
    machine, compared = this_machine(bench.url), asyncio.run(bench.compare())
    turns = list(bench.turns())
    return Results(machine, bench.size, compared, turns, {each.name: each.memory() for each in bench.servers})


def of(turns: Sequence[Turn], job: str, server: str) -> list[Turn]:
    """Return the turns of one server at one job, in order."""
    return [turn for turn in turns if (turn.job, turn.server) == (job, server)]
