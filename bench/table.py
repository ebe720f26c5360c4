"""The results: medians for people, as a table of plain text or of Markdown, and as plain data for programs."""

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.measuring import Results, Turn, of
from bench.serving import LIMIT, SERVICE

AIMS = {"worklist": (0.8, 1.5), "case": (0.8, 1.5), "move": (0.7, 2.0)}
"""Of each job: at least this part of the limit's requests a second, at most so many times its processor time."""

MOST_MEMORY = 100
TITLES = {"worklist": "a worker's list, 50 cases", "case": "one whole case", "move": "one move"}
HEADINGS = ("job", "", "requests/s", "p50 ms", "p95 ms", "Python ms", "PostgreSQL ms", "requests", "processor")


def summary(results: Results) -> dict[str, Any]:
    """Return medians of the rounds, and of the ratios within each round."""
    return {
        "machine": asdict(results.machine),
        "size": asdict(results.size),
        "compared": results.compared,
        "memory": {name: asdict(held) for name, held in results.memory.items()},
        "jobs": {job: of_job(results, job) for job in AIMS},
    }


def of_job(results: Results, job: str) -> dict[str, Any]:
    """Return the medians of one job, and of each ratio the median, the least and the most."""
    ours, theirs = of(results.turns, job, SERVICE), of(results.turns, job, LIMIT)
    pairs = list(zip(ours, theirs, strict=True))
    return {
        SERVICE: medians(ours),
        LIMIT: medians(theirs),
        "requests": spread(one.per_second / other.per_second for one, other in pairs),
        "processor": spread(cpu(one) / cpu(other) for one, other in pairs if cpu(other)),
    }


def cpu(turn: Turn) -> float:
    """Return the processor time of a request, in Python and PostgreSQL together."""
    return turn.python + (turn.postgres or 0)


def spread(ratios: Iterable[float]) -> tuple[float, float, float] | None:
    """Return the median, the least and the most; None of nothing."""
    found = sorted(ratios)
    return (statistics.median(found), found[0], found[-1]) if found else None


def medians(turns: Iterable[Turn]) -> dict[str, float | None]:
    """Return the median of each figure."""
    found: dict[str, float | None] = {}
    for name in ("per_second", "p50", "p95", "python", "postgres"):
        values = [value for turn in turns if (value := getattr(turn, name)) is not None]
        found[name] = statistics.median(values) if values else None
    return found


def rows(results: Results) -> Iterator[list[str]]:
    """Write the rows of the table: of each job the service, with its ratios, and the limit."""
    for job, (least, most) in AIMS.items():
        found = of_job(results, job)
        asked, used = ratio(found["requests"], f"at least {least}"), ratio(found["processor"], f"at most {most}")
        yield [TITLES[job], "service", *figures(found[SERVICE]), asked, used]
        yield ["", "limit", *figures(found[LIMIT]), "1.00", "1.00"]


def ratio(found: tuple[float, float, float] | None, aim: str) -> str:
    """Write a ratio with its spread and its aim."""
    return f"{found[0]:.2f} ({found[1]:.2f} to {found[2]:.2f}; {aim})" if found else "-"


def figures(found: dict[str, float | None]) -> list[str]:
    """Write the figures of a row."""
    places = {"per_second": 0, "p50": 1, "p95": 1, "python": 2, "postgres": 2}
    return ["-" if found[name] is None else f"{found[name]:.{digits}f}" for name, digits in places.items()]


def before(results: Results) -> str:
    """Say on what it was measured, and how."""
    size = results.size
    how = f"{size.cases:,} cases, {size.connections} connections, {size.rounds} rounds; {results.compared} answers compared equal."
    return f"{results.machine.sentence()}\n{how}"


def after(results: Results) -> str:
    """Say how much memory the processes held."""
    shared = {name: f", {held.proportional:.0f} proportional" if held.proportional else "" for name, held in results.memory.items()}
    said = "; ".join(f"{name} {held.resident:.0f} MiB resident{shared[name]}" for name, held in results.memory.items())
    return f"Memory of the server process: {said} (aim: at most {MOST_MEMORY})."


def print_table(results: Results, console: Console) -> None:
    """Print everything for a person at a terminal."""
    table = Table(*HEADINGS)
    for row in rows(results):
        table.add_row(*row)
    console.print(before(results), table, after(results))


def markdown(results: Results) -> str:
    """Write everything as it stands in `docs/speed.md`."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *rows(results)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{before(results)}\n\n{table}\n\n{after(results)}\n"
