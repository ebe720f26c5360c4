"""What was measured on: without it no figure means anything."""

import asyncio
import datetime as dt
import os
import platform
from dataclasses import dataclass
from pathlib import Path

import psutil

from bench.work import fetched

NAMES = ("model name", "Model", "Hardware")
"""What Linux calls the processor, on one kind of machine and another."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine, on a day. `load`: how many programs wanted a core, on average of the last minute, as the bench began."""

    day: str
    processor: str
    cores: int
    memory: int
    system: str
    python: str
    postgres: str
    load: float

    def sentence(self) -> str:
        """Describe it."""
        what = f"{self.cores} cores ({self.processor}), {self.memory} GiB, {self.system}, Python {self.python}, PostgreSQL {self.postgres}"
        return f"{self.day}: {what}; load average {self.load:.1f} as it began."


def this_machine(url: str) -> Machine:
    """Describe the machine that this runs on, and the PostgreSQL at a URL."""
    [row] = asyncio.run(fetched(url, "SELECT current_setting('server_version') AS version"))
    return Machine(
        day=dt.datetime.now(dt.UTC).date().isoformat(),
        processor=processor(),
        cores=os.cpu_count() or 1,
        memory=round(psutil.virtual_memory().total / 2**30),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
        postgres=row["version"].split()[0],
        load=psutil.getloadavg()[0],
    )


def processor() -> str:
    """Name the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    said = (line.partition(":") for line in lines)
    return next((value.strip() for name, _, value in said if name.strip() in NAMES), "") or platform.processor() or "unknown"
