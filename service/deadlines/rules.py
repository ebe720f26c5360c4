"""The council's calendar and the instants by which a stay is due. Pure: bank holidays come with a library, not over the network."""

import calendar as months
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from workflows.kit import Cap, Clock, Level

LONDON = ZoneInfo("Europe/London")
DAY = dt.timedelta(days=1)
FIRST_PLAN = "start_plan"
"""The trigger that begins a first cycle; every other entry begins or goes on with a later one."""


@lru_cache
def bank_holidays(year: int) -> frozenset[dt.date]:
    """Return the bank holidays in England in a year, with the days that stand in for one at a weekend."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


class Roll(StrEnum):
    """Where a calendar deadline goes that falls on a day off."""

    NONE = auto()
    FORWARD = auto()
    BACK = auto()


@dataclass(frozen=True)
class Calendar:
    """Which days the council works: its own closure days beside weekends and bank holidays, and whether the day of entry is day one.

    `roll` moves a day that a clock on the calendar worked out, never one that somebody chose.
    """

    closed: frozenset[dt.date] = frozenset()
    entry_day_counts: bool = False
    roll: Roll = Roll.NONE

    def is_working(self, day: dt.date) -> bool:
        """Tell whether the council works on a day."""
        return day.weekday() < 5 and day not in self.closed and day not in bank_holidays(day.year)

    def rolled(self, day: dt.date) -> dt.date:
        """Return a day, or where the council moves a deadline to that falls on a day off."""
        step = {Roll.NONE: DAY * 0, Roll.FORWARD: DAY, Roll.BACK: -DAY}[self.roll]
        while step and not self.is_working(day):
            day += step
        return day

    def before_day_one(self, entered: dt.datetime) -> dt.date:
        """Return the last day, in London, that does not count for something entered at an instant."""
        return day_in_london(entered) - DAY * self.entry_day_counts


def day_in_london(at: dt.datetime) -> dt.date:
    """Return the date of an instant in London. An instant without a time zone is a ValueError."""
    if at.tzinfo is None:
        raise ValueError("an instant without a time zone has no date in London")
    return at.astimezone(LONDON).date()


def end_of(day: dt.date) -> dt.datetime:
    """Return 24:00 in London of a day, as UTC."""
    return dt.datetime.combine(day + DAY, dt.time(), LONDON).astimezone(dt.UTC)


def last_day_of(due: dt.datetime) -> dt.date:
    """Return the day in London at whose end something is due."""
    return day_in_london(due - dt.timedelta(microseconds=1))


def working_day(n: int, *, after: dt.date, calendar: Calendar) -> dt.date:
    """Return the nth working day after a day; n is at least 1."""
    day = after
    while n > 0:
        day += DAY
        n -= calendar.is_working(day)
    return day


def months_later(day: dt.date, n: int) -> dt.date:
    """Return the same day of the month n months later, or the last day of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return dt.date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def on_the_calendar(clock: Clock, n: int, *, since: dt.date) -> dt.date:
    """Return the day n calendar weeks or months later, whether or not anybody works on it."""
    return since + 7 * n * DAY if clock is Clock.CALENDAR_WEEKS else months_later(since, n)


def cap_of(level: Level, *, trigger: str) -> Cap | None:
    """Return the cap on the date that somebody sets for a stay: the first cycle has its own."""
    return level.first if trigger == FIRST_PLAN else level.later or level.first


def latest(level: Level, *, since: dt.date, trigger: str) -> dt.date | None:
    """Return the last date that the level allows, counted from a day; None where it has no cap."""
    cap = cap_of(level, trigger=trigger)
    return on_the_calendar(cap.clock, cap.n, since=since) if cap else None


def length(level: Level, *, trigger: str) -> int:
    """Return how long the stay is that a trigger begins, in units of the level's clock. A level without a length is a ValueError."""
    own = {"return_assessment": level.on_return, "reassess": level.on_reassess}.get(trigger)
    if (n := own or level.n) is None:
        raise ValueError(f"a level on the clock {level.clock} has no length")
    return n


def chosen_day(level: Level, *, entered: dt.datetime, trigger: str, calendar: Calendar, chosen: dt.date | None) -> dt.date:
    """Return the date that somebody set, or without one the last that the level allows; never later than that, counted from the entry."""
    limit = latest(level, since=day_in_london(entered), trigger=trigger)
    if chosen and (limit is None or chosen <= limit):
        return chosen
    if limit is None:
        raise ValueError("nobody set a date, and the level has no cap to fall back on")
    return calendar.rolled(limit)


def last_day(level: Level, *, entered: dt.datetime, trigger: str, calendar: Calendar, chosen: dt.date | None) -> dt.date:
    """Return the last day of a stay."""
    if level.clock is Clock.DATE:
        return chosen_day(level, entered=entered, trigger=trigger, calendar=calendar, chosen=chosen)
    n = length(level, trigger=trigger)
    if level.clock is Clock.WORKING_DAYS:
        return working_day(n, after=calendar.before_day_one(entered), calendar=calendar)
    return calendar.rolled(on_the_calendar(level.clock, n, since=day_in_london(entered)))


def due_at(
    level: Level | None, *, entered: dt.datetime, trigger: str, calendar: Calendar, chosen: dt.date | None = None, left: int | None = None
) -> dt.datetime | None:
    """Return when a stay is due, as UTC: 24:00 in London of its last day, and late only after it. None for a state without a level.

    `trigger` is how the state was entered. `chosen` is the date that somebody set, for a level that takes one. `left` is how many working
    days were left when the stay was paused: it goes on with those, at least one, unless a new date is set.
    """
    if level is None:
        return None
    if left is not None and not (chosen and level.clock is Clock.DATE):
        return end_of(working_day(max(left, 1), after=calendar.before_day_one(entered), calendar=calendar))
    return end_of(last_day(level, entered=entered, trigger=trigger, calendar=calendar, chosen=chosen))


def working_days_left(due: dt.datetime, *, at: dt.datetime, calendar: Calendar) -> int:
    """Count the working days from an instant to the end of the day on which something is due: 0 when none is left or it is late."""
    start = calendar.before_day_one(at)
    return sum(calendar.is_working(start + n * DAY) for n in range(1, (last_day_of(due) - start).days + 1))
