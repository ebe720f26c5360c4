"""How long a state may last: clocks, levels and the caps of dates that somebody sets."""

from dataclasses import dataclass
from enum import StrEnum


class Clock(StrEnum):
    """How the time in a state is counted."""

    WORKING_DAYS = "working_days"
    CALENDAR_WEEKS = "calendar_weeks"
    CALENDAR_MONTHS = "calendar_months"
    DATE = "date"


@dataclass(frozen=True)
class Cap:
    """The longest that a date somebody sets may lie ahead: `n` on a calendar clock, counted from the day on which the stay begins."""

    clock: Clock
    n: int


@dataclass(frozen=True)
class Level:
    """The default service level of a state: `n` on a clock, or the date in `fact`, within the cap of a first and a later stay.

    `on_return` and `on_reassess` replace `n` after work was sent back and when it is done again. `basis` says where the level comes from.
    """

    clock: Clock
    n: int | None = None
    on_return: int | None = None
    on_reassess: int | None = None
    fact: str | None = None
    first: Cap | None = None
    later: Cap | None = None
    basis: str = ""
