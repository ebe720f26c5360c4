"""What a case waits for inside a state: by when, and on whom."""

import datetime as dt

import pytest

from service.deadlines.rules import Calendar
from service.waits import rules
from service.waits.tables import WaitKind

FRIDAY = dt.datetime(2026, 3, 27, 10, tzinfo=dt.UTC)


def test_every_kind_of_wait_has_a_clock() -> None:
    assert set(rules.KINDS) == {str(kind) for kind in WaitKind}
    assert {each.on for each in rules.KINDS.values()} == {"us", "partner", "manager"}


@pytest.mark.parametrize(
    ("kind", "last_day"),
    [("social_care_decision", (3, 30)), ("threshold_approval", (3, 30)), ("referrer_to_be_told", (4, 7)), ("receiving_council", (4, 14))],
)
def test_a_wait_is_due_at_the_end_of_its_last_working_day(kind: str, last_day: tuple[int, int]) -> None:
    """Good Friday and Easter Monday, 3 and 6 April 2026, are no working days."""
    due = rules.due(kind, since=FRIDAY, calendar=Calendar())

    assert due == dt.datetime(2026, *last_day, 23, tzinfo=dt.UTC)
