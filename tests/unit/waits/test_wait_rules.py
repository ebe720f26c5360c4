"""What a case waits for inside a state: by when, and on whom."""

import datetime as dt

import pytest

from service.configuration.in_force import PUBLISHED
from service.configuration.waits import KINDS
from service.waits import rules
from service.waits.tables import WaitKind

FRIDAY = dt.datetime(2026, 3, 27, 10, tzinfo=dt.UTC)


def test_every_kind_of_wait_has_a_clock() -> None:
    assert set(KINDS) == {str(kind) for kind in WaitKind}
    assert {each.on for each in KINDS.values()} == {"us", "partner", "manager"}


@pytest.mark.parametrize(
    ("kind", "last_day"),
    [("social_care_decision", (3, 30)), ("threshold_approval", (3, 30)), ("referrer_to_be_told", (4, 7)), ("receiving_council", (4, 14))],
)
def test_a_wait_is_due_at_the_end_of_its_last_working_day(kind: str, last_day: tuple[int, int]) -> None:
    """Good Friday and Easter Monday, 3 and 6 April 2026, are no working days."""
    due = rules.due(kind, since=FRIDAY, settings=PUBLISHED)

    assert due == dt.datetime(2026, *last_day, 23, tzinfo=dt.UTC)


def test_a_wait_goes_by_the_days_and_the_calendar_that_the_council_has_set() -> None:
    held = PUBLISHED.with_("waits.limit", "referrer_to_be_told", 2).with_("calendar.extra_closed_days", None, ["2026-03-30"])

    assert rules.due("referrer_to_be_told", since=FRIDAY, settings=held) == dt.datetime(2026, 4, 1, 23, tzinfo=dt.UTC)
