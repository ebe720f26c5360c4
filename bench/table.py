"""The results as a table for people, and as plain data for programs."""

import platform
import statistics
from collections.abc import Iterable
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


def summary(results: Results) -> dict[str, Any]:
    """Return medians of the rounds, and of the ratios within each round."""
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version()},
        "size": asdict(results.size),
        "compared": results.compared,
        "memory": results.memory,
        "jobs": {job: of_job(results, job) for job in AIMS},
    }


def of_job(results: Results, job: str) -> dict[str, Any]:
    """Return the medians of one job."""
    ours, theirs = of(results.turns, job, SERVICE), of(results.turns, job, LIMIT)
    pairs = list(zip(ours, theirs, strict=True))
    return {
        SERVICE: medians(ours),
        LIMIT: medians(theirs),
        "requests_ratio": statistics.median(one.per_second / other.per_second for one, other in pairs),
        "cpu_ratio": statistics.median(cpu(one) / cpu(other) for one, other in pairs if cpu(other)) if any(map(cpu, theirs)) else None,
    }


def cpu(turn: Turn) -> float:
    """Return the processor time of a request, in Python and PostgreSQL together."""
    return turn.python + (turn.postgres or 0)


def medians(turns: Iterable[Turn]) -> dict[str, float | None]:
    """Return the median of each figure."""
    found: dict[str, float | None] = {}
    for name in ("per_second", "p50", "p95", "python", "postgres"):
        values = [value for turn in turns if (value := getattr(turn, name)) is not None]
        found[name] = statistics.median(values) if values else None
    return found


def print_table(results: Results, console: Console) -> None:
    """Print the table."""
    said = summary(results)
    size = results.size
    console.print(f"{size.cases:,} cases, {size.connections} connections, {size.rounds} rounds; {results.compared} answers compared equal.")
    table = Table("job", "", *("requests/s", "p50 ms", "p95 ms", "Python ms", "PostgreSQL ms"), "requests", "processor")
    for job, (least, most) in AIMS.items():
        found = said["jobs"][job]
        times = "-" if found["cpu_ratio"] is None else f"{found['cpu_ratio']:.2f} (aim {most})"
        table.add_row(TITLES[job], "service", *figures(found[SERVICE]), f"{found['requests_ratio']:.2f} (aim {least})", times)
        table.add_row("", "limit", *figures(found[LIMIT]), "1.00", "1.00")
    console.print(table)
    memory = ", ".join(f"{name} {held:.0f} MiB" for name, held in results.memory.items())
    console.print(f"Memory of the server process: {memory} (aim {MOST_MEMORY}).")


def figures(found: dict[str, float | None]) -> list[str]:
    """Write the figures of a row."""
    places = {"per_second": 0, "p50": 1, "p95": 1, "python": 2, "postgres": 2}
    return ["-" if found[name] is None else f"{found[name]:.{digits}f}" for name, digits in places.items()]
