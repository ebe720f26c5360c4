"""The council's days, worked out anew: bank holidays in England by hand, and 24:00 in London."""

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAY = dt.timedelta(days=1)
HOLIDAYS = {
    dt.date.fromisoformat(day)
    for day in [
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-05-03",
        "2027-05-31",
        "2027-08-30",
        "2027-12-27",
        "2027-12-28",
    ]
}


def day_of(at: dt.datetime) -> dt.date:
    """Return the day in London."""
    return at.astimezone(LONDON).date()


def midnight_after(day: dt.date) -> dt.datetime:
    """Return 24:00 in London."""
    return dt.datetime.combine(day + DAY, dt.time(), LONDON).astimezone(dt.UTC)


def works(day: dt.date) -> bool:
    """Tell whether the council works on a day."""
    return day.weekday() < 5 and day not in HOLIDAYS


def after_working_days(day: dt.date, n: int) -> dt.date:
    """Return the nth working day after a day."""
    while n:
        day += DAY
        n -= works(day)
    return day


def working_days_until(day: dt.date, last: dt.date) -> int:
    """Count the working days after a day, up to another."""
    return sum(works(day + DAY * n) for n in range(1, (last - day).days + 1))


def sixteenth_birthday(born: dt.date) -> dt.date:
    """Return the day on which somebody is 16."""
    return born.replace(year=born.year + 16)


def age(born: dt.date, day: dt.date) -> int:
    """Return how old somebody is on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the day of the same number some months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
