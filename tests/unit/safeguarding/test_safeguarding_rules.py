"""Until when a safeguarding check counts."""

import datetime as dt

import pytest

from service.deadlines.rules import Calendar
from service.safeguarding import rules


@pytest.mark.parametrize(
    ("day", "until"),
    [
        (dt.date(2026, 3, 2), dt.datetime(2026, 3, 10, tzinfo=dt.UTC)),  # a Monday, to the end of the next Monday
        (dt.date(2026, 3, 27), dt.datetime(2026, 4, 7, 23, tzinfo=dt.UTC)),  # over Easter, and into summer time
    ],
)
def test_a_check_counts_for_five_working_days(day: dt.date, until: dt.datetime) -> None:
    assert rules.counts_until(day, Calendar()) == until


def test_a_check_is_of_a_day_that_has_come() -> None:
    today = dt.date(2026, 3, 2)

    assert list(rules.problems({"checked_on": today}, today=today)) == []
    assert [each.path for each in rules.problems({"checked_on": today + dt.timedelta(days=1)}, today=today)] == [("checkedOn",)]
