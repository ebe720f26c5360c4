"""The instants of the demonstration: within working hours, on days when the council works, and never later than now. Pure."""

import datetime as dt
from random import Random

from service.deadlines.rules import DAY, LONDON, Calendar, day_in_london

CALENDAR = Calendar()
OPENS, CLOSES = 9, 17


def working_day_at_or_after(day: dt.date) -> dt.date:
    """Return a day, or the next on which the council works."""
    while not CALENDAR.is_working(day):
        day += DAY
    return day


def working_days_before(day: dt.date, n: int) -> dt.date:
    """Return the working day that lies so many working days before another."""
    while n > 0:
        day -= DAY
        n -= CALENDAR.is_working(day)
    return working_day_at_or_after(day)


def working_days_between(first: dt.date, last: dt.date) -> int:
    """Count the working days after one day, up to another."""
    return sum(CALENDAR.is_working(first + DAY * n) for n in range(1, (last - first).days + 1))


def later(at: dt.datetime, days: int, chance: Random) -> dt.datetime:
    """Return an instant so many working days later, at some time of the working day; later on the same day for none."""
    local = at.astimezone(LONDON)
    if days == 0 and local.hour < CLOSES - 1:
        return at + dt.timedelta(minutes=chance.randint(10, 50))
    day = day_in_london(at)
    for _ in range(max(days, 1)):
        day = working_day_at_or_after(day + DAY)
    return time_of_day(day, chance)


def time_of_day(day: dt.date, chance: Random) -> dt.datetime:
    """Return some instant of a day's working hours, as UTC."""
    local = dt.datetime.combine(day, dt.time(chance.randint(OPENS, CLOSES - 2), chance.randint(0, 59), chance.randint(0, 59)), LONDON)
    return local.astimezone(dt.UTC)
