"""Counting beforehand what a change would change, from groups of open cases."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

import pytest

from service.configuration.preview import Change, Counts, Group, counts, enough, waits
from service.configuration.rules import Set

NOW = dt.datetime(2026, 7, 1, 11, tzinfo=dt.UTC)  # a Wednesday
HERE, THERE = uuid4(), uuid4()
LIMIT, ASSESSING = "service_levels.limit", "early-help/assessing"


def group(state: str = "assessing", days: int = 7, cases: int = 6, by: str = "start_assessment", chosen: dt.date | None = None) -> Group:
    return Group("early-help", 1, state, HERE, by, NOW.date() - dt.timedelta(days=days), chosen, cases)


def change(name: str, value: Any, about: str | None = None, place: UUID | None = None) -> Change:
    return Change(name, about, place, NOW, value)


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        (group(), change(LIMIT, 15, ASSESSING), Counts(6, 6, 0, 0)),
        (group(), change(LIMIT, 3, ASSESSING), Counts(6, 6, 6, 0)),
        (group(days=21), change(LIMIT, 30, ASSESSING), Counts(6, 6, 0, 6)),
        (group(), change(LIMIT, 10, ASSESSING), Counts(6, 0, 0, 0)),
        (group(), change(LIMIT, 15, "early-help/triage"), Counts()),
        (group(), change(LIMIT, 15, ASSESSING, HERE), Counts(6, 6, 0, 0)),
        (group(), change(LIMIT, 15, ASSESSING, THERE), Counts()),
        (group(by="return_assessment", days=1), change(LIMIT, 15, ASSESSING), Counts(6, 0, 0, 0)),
        (group(by="return_assessment", days=1), change("service_levels.after_return", 9, ASSESSING), Counts(6, 6, 0, 0)),
        (group(by="resume"), change(LIMIT, 15, ASSESSING), Counts(6, 0, 0, 0)),
        (group("plan_active", 50, by="start_plan"), change("reviews.first", 9), Counts(6, 6, 0, 6)),
        (group("plan_active", 7, by="start_plan", chosen=dt.date(2026, 7, 20)), change("reviews.first", 9), Counts(6, 0, 0, 0)),
        (group("plan_active", 7, by="start_plan"), change("reviews.later", 9), Counts(6, 0, 0, 0)),
        (group("paused", 21, by="pause", chosen=dt.date(2026, 7, 20)), change("pause.limit", 2), Counts(6, 6, 6, 0)),
        (group("paused"), change("pause.times", 1), Counts()),
        (group(), change("reviews.first", 9), Counts()),
        (group(), change("calendar.extra_closed_days", ["2026-07-02"]), Counts(6, 6, 0, 0)),
        (group(), change("calendar.day_of_entry_is_day_one", True), Counts(6, 6, 0, 0)),
        (group("closed"), change("calendar.day_of_entry_is_day_one", True), Counts()),
        (group(), change("notices.told", [], "overdue"), Counts()),
    ],
)
def test_counts_what_would_be_counted_otherwise(found: Group, wanted: Change, expected: Counts) -> None:
    assert counts([found], [], wanted) == expected


def test_a_localitys_own_value_shields_it_from_the_councils() -> None:
    own = (LIMIT, Set(uuid4(), ASSESSING, HERE, NOW - dt.timedelta(days=9), 20))

    assert counts([group()], [own], change(LIMIT, 15, ASSESSING)) == Counts(6, 0, 0, 0)


def test_groups_are_added_up() -> None:
    assert counts([group(), group(days=1, cases=2)], [], change(LIMIT, 3, ASSESSING)) == Counts(8, 8, 6, 0)


def test_what_is_planned_for_later_does_not_count_yet() -> None:
    later = (LIMIT, Set(uuid4(), ASSESSING, None, NOW + dt.timedelta(days=9), 15))

    assert counts([group()], [later], change(LIMIT, 15, ASSESSING)) == Counts(6, 6, 0, 0)


def test_waits_are_named_that_have_another_limit_or_calendar() -> None:
    assert [wait.title for wait in waits([], change("waits.limit", 3, "lead_to_be_agreed"))] == ["No lead professional"]
    assert len(waits([], change("calendar.extra_closed_days", ["2026-07-02"]))) == 8
    assert waits([], change("calendar.extra_closed_days", [])) == []
    assert waits([], change(LIMIT, 3, ASSESSING)) == []


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5)])
def test_numbers_that_could_point_to_somebody_are_not_told(count: int, shown: int | None) -> None:
    assert enough(count) == shown
