"""When a stay is due: the council's working days, the calendar, and the clocks of London."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from service.deadlines.rules import (
    LONDON,
    Calendar,
    Roll,
    bank_holidays,
    day_in_london,
    due_at,
    end_of,
    last_day_of,
    latest,
    working_days_left,
)
from workflows import WORKFLOWS
from workflows.kit import Cap, Clock, Level

PLAIN = Calendar()
COUNTING_ENTRY = Calendar(entry_day_counts=True)
STATES = WORKFLOWS["early-help", 1].states


def days(n: int) -> Level:
    return Level(Clock.WORKING_DAYS, n)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def due_day(level: Level | None, entered: str, *, calendar: Calendar = PLAIN, trigger: str = "submit", **kept: object) -> str:
    """Return the last day of a stay, written as a date."""
    due = due_at(level, entered=at(entered), trigger=trigger, calendar=calendar, **kept)  # type: ignore[arg-type]
    assert due
    return last_day_of(due).isoformat()


@pytest.mark.parametrize(
    ("entered", "level", "due"),
    [
        pytest.param("2026-03-27T10:00", days(2), "2026-03-31T23:00", id="the clocks go forward on 29 March"),
        pytest.param("2026-03-26T15:00", days(10), "2026-04-13T23:00", id="Good Friday and Easter Monday"),
        pytest.param("2026-12-21T09:00", days(5), "2026-12-31T00:00", id="Christmas Day and what stands in for Boxing Day"),
        pytest.param("2026-10-24T21:30", days(2), "2026-10-28T00:00", id="on the Saturday before the clocks go back"),
        pytest.param("2026-06-30T23:30", days(2), "2026-07-03T23:00", id="half past midnight in summer is the next day in London"),
        pytest.param("2026-09-17T14:00", Level(Clock.CALENDAR_WEEKS, 6), "2026-10-30T00:00", id="six weeks into winter time"),
        pytest.param("2026-11-13T14:00", Level(Clock.CALENDAR_WEEKS, 6), "2026-12-26T00:00", id="weeks that end at Christmas stay there"),
        pytest.param("2024-02-29T12:00", Level(Clock.CALENDAR_MONTHS, 12), "2025-03-01T00:00", id="twelve months from 29 February"),
        pytest.param("2026-08-31T12:00", Level(Clock.CALENDAR_MONTHS, 6), "2027-03-01T00:00", id="no 31 February"),
        pytest.param("2026-11-30T12:00", Level(Clock.CALENDAR_MONTHS, 1), "2026-12-31T00:00", id="one month into December"),
        pytest.param("2026-12-31T12:00", Level(Clock.CALENDAR_MONTHS, 1), "2027-02-01T00:00", id="one month into a new year"),
    ],
)
def test_due_instants(entered: str, level: Level, due: str) -> None:
    assert due_at(level, entered=at(entered), trigger="submit", calendar=PLAIN) == at(due)


@pytest.mark.parametrize("entered", ["2026-01-16T09:00", "2026-07-16T09:00"])
def test_due_at_is_the_end_of_the_day_in_london_as_utc(entered: str) -> None:
    due = due_at(days(1), entered=at(entered), trigger="submit", calendar=PLAIN)

    assert due and due.tzinfo is dt.UTC
    assert due.astimezone(LONDON).time() == dt.time()


@pytest.mark.parametrize(
    ("entered", "n", "after_entry", "entry_counts"),
    [
        pytest.param("2026-01-12T09:00", 1, "2026-01-13", "2026-01-12", id="a Monday"),
        pytest.param("2026-01-16T09:00", 1, "2026-01-19", "2026-01-16", id="a Friday"),
        pytest.param("2026-01-17T09:00", 1, "2026-01-19", "2026-01-19", id="a Saturday never counts"),
        pytest.param("2026-12-24T09:00", 2, "2026-12-30", "2026-12-29", id="Christmas Eve"),
        pytest.param("2026-12-25T09:00", 1, "2026-12-29", "2026-12-29", id="Christmas Day never counts"),
        pytest.param("2026-04-02T09:00", 2, "2026-04-08", "2026-04-07", id="the Thursday before Easter"),
        pytest.param("2026-10-23T09:00", 10, "2026-11-06", "2026-11-05", id="over the end of summer time"),
        pytest.param("2026-03-27T23:59", 5, "2026-04-07", "2026-04-02", id="over the beginning of summer time and Easter"),
    ],
)
def test_both_ways_of_counting_the_first_day(entered: str, n: int, after_entry: str, entry_counts: str) -> None:
    assert due_day(days(n), entered) == after_entry
    assert due_day(days(n), entered, calendar=COUNTING_ENTRY) == entry_counts


def test_the_councils_own_closure_days_do_not_count() -> None:
    shut = Calendar(closed=frozenset({dt.date(2026, 12, 29), dt.date(2026, 12, 30), dt.date(2026, 12, 31)}))

    assert due_day(days(2), "2026-12-23T09:00") == "2026-12-29"
    assert due_day(days(2), "2026-12-23T09:00", calendar=shut) == "2027-01-04"


def test_calendar_clocks_ask_nobody_whether_they_work() -> None:
    assert due_day(Level(Clock.CALENDAR_WEEKS, 1), "2026-12-18T09:00", calendar=COUNTING_ENTRY) == "2026-12-25"


@pytest.mark.parametrize(
    ("state", "trigger", "due"),
    [
        ("assessing", "start_assessment", "2026-01-26"),
        ("assessing", "return_assessment", "2026-01-15"),
        ("assessing", "reassess", "2026-01-26"),
        ("requested", "request", "2026-01-14"),
        ("plan_active", "start_plan", "2026-02-23"),
        ("plan_active", "continue_plan", "2026-04-06"),
        ("plan_active", "resume", "2026-04-06"),
        ("paused", "pause", "2026-02-23"),
    ],
)
def test_the_trigger_chooses_the_level(state: str, trigger: str, due: str) -> None:
    assert due_day(STATES[state].level, "2026-01-12T09:00", trigger=trigger) == due


@pytest.mark.parametrize(
    ("trigger", "due"), [("start_assessment", "2026-01-26"), ("return_assessment", "2026-01-15"), ("reassess", "2026-01-21")]
)
def test_a_return_and_a_new_assessment_have_lengths_of_their_own(trigger: str, due: str) -> None:
    assert due_day(Level(Clock.WORKING_DAYS, 10, on_return=3, on_reassess=7), "2026-01-12T09:00", trigger=trigger) == due


@pytest.mark.parametrize("state", ["closed", "not_agreed", "stepped_up"])
def test_nothing_is_due_in_a_final_state(state: str) -> None:
    assert due_at(STATES[state].level, entered=at("2026-01-12T09:00"), trigger="close", calendar=PLAIN) is None


@pytest.mark.parametrize(("chosen", "due"), [("2026-02-01", "2026-02-01"), ("2026-02-23", "2026-02-23"), ("2026-02-24", "2026-02-23")])
def test_a_date_that_somebody_set_holds_up_to_the_cap(chosen: str, due: str) -> None:
    entered = "2026-01-12T09:00"

    assert due_day(STATES["plan_active"].level, entered, trigger="start_plan", chosen=dt.date.fromisoformat(chosen)) == due


def test_a_date_means_nothing_to_a_level_with_a_length() -> None:
    assert due_day(days(2), "2026-01-12T09:00", chosen=dt.date(2026, 1, 12)) == "2026-01-14"
    assert due_day(days(2), "2026-01-12T09:00", trigger="resume", left=4, chosen=dt.date(2026, 1, 12)) == "2026-01-16"


def test_the_cap_counts_from_a_day() -> None:
    level = STATES["plan_active"].level
    assert level

    assert latest(level, since=dt.date(2026, 1, 1), trigger="start_plan") == dt.date(2026, 2, 12)
    assert latest(level, since=dt.date(2026, 1, 1), trigger="continue_plan") == dt.date(2026, 3, 26)
    assert latest(days(2), since=dt.date(2026, 1, 1), trigger="submit") is None


def test_a_cap_can_count_months() -> None:
    level = Level(Clock.DATE, fact="pause_until", first=Cap(Clock.CALENDAR_MONTHS, 1))

    assert latest(level, since=dt.date(2026, 1, 31), trigger="pause") == dt.date(2026, 2, 28)


@pytest.mark.parametrize(
    ("left", "due"),
    [
        (5, "2026-01-19"),
        (1, "2026-01-13"),
        pytest.param(0, "2026-01-13", id="at least one day"),
        pytest.param(None, "2026-01-26", id="no pause"),
    ],
)
def test_resuming_goes_on_with_the_days_that_were_left(left: int | None, due: str) -> None:
    assert due_day(STATES["assessing"].level, "2026-01-12T09:00", trigger="resume", left=left) == due


def test_a_new_date_on_resuming_comes_before_the_days_that_were_left() -> None:
    level, entered = STATES["plan_active"].level, "2026-01-12T09:00"

    assert due_day(level, entered, trigger="resume", left=3, chosen=dt.date(2026, 2, 2)) == "2026-02-02"
    assert due_day(level, entered, trigger="resume", left=3) == "2026-01-15"


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-01-12T09:00", 3),
        ("2026-01-13T23:59", 2),
        pytest.param("2026-01-14T12:00", 1, id="the day before the last"),
        pytest.param("2026-01-15T12:00", 0, id="on the last day none after it is left"),
        pytest.param("2026-01-20T12:00", 0, id="late"),
    ],
)
def test_working_days_left(now: str, left: int) -> None:
    assert working_days_left(end_of(dt.date(2026, 1, 15)), at=at(now), calendar=PLAIN) == left


def test_on_the_last_day_one_is_left_where_the_day_of_entry_counts() -> None:
    assert working_days_left(end_of(dt.date(2026, 1, 15)), at=at("2026-01-15T12:00"), calendar=COUNTING_ENTRY) == 1


INSTANTS = some.datetimes(dt.datetime(2012, 1, 1), dt.datetime(2028, 6, 1), timezones=some.just(dt.UTC))
CALENDARS = some.builds(Calendar, some.frozensets(some.dates(dt.date(2012, 1, 1), dt.date(2028, 6, 1)), max_size=30), some.booleans())


@given(entered=INSTANTS, n=some.integers(1, 30), calendar=CALENDARS)
def test_a_stay_has_the_working_days_of_its_level_and_ends_on_one(entered: dt.datetime, n: int, calendar: Calendar) -> None:
    due = due_at(days(n), entered=entered, trigger="submit", calendar=calendar)

    assert due
    assert calendar.is_working(last_day_of(due))
    assert working_days_left(due, at=entered, calendar=calendar) == n


@given(entered=INSTANTS, n=some.integers(1, 30), calendar=CALENDARS)
def test_a_pause_that_ends_at_once_changes_no_date(entered: dt.datetime, n: int, calendar: Calendar) -> None:
    due = due_at(days(n), entered=entered, trigger="submit", calendar=calendar)
    assert due

    left = working_days_left(due, at=entered, calendar=calendar)

    assert due_at(days(n), entered=entered, trigger="resume", calendar=calendar, left=left) == due


@given(day=some.dates(dt.date(2012, 1, 1), dt.date(2028, 12, 31)))
def test_the_end_of_a_day_belongs_to_it(day: dt.date) -> None:
    assert last_day_of(end_of(day)) == day
    assert day_in_london(end_of(day)) == day + dt.timedelta(days=1)


@pytest.mark.parametrize("level", [days(1), Level(Clock.CALENDAR_WEEKS, 1)])
def test_an_instant_without_a_time_zone_is_refused(level: Level) -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        due_at(level, entered=dt.datetime(2026, 1, 1), trigger="submit", calendar=PLAIN)


@pytest.mark.parametrize("level", [Level(Clock.WORKING_DAYS), Level(Clock.DATE, fact="pause_until")])
def test_a_level_that_says_nothing_is_refused(level: Level) -> None:
    with pytest.raises(ValueError, match=r"no length|no cap"):
        due_at(level, entered=at("2026-01-01T00:00"), trigger="submit", calendar=PLAIN)


# As the government published them for England; a day at a weekend is left out, because nobody works on it anyway.
BANK_HOLIDAYS = {
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize("year", BANK_HOLIDAYS)
def test_the_weekdays_on_which_nobody_works(year: int) -> None:
    every_day = (dt.date(year, 1, 1) + dt.timedelta(days=n) for n in range(366))

    off = [day for day in every_day if day.year == year and day.weekday() < 5 and not PLAIN.is_working(day)]

    assert " ".join(f"{day:%m-%d}" for day in off) == BANK_HOLIDAYS[year]


def test_weekends_are_no_working_days() -> None:
    assert [PLAIN.is_working(dt.date(2026, 1, day)) for day in range(12, 19)] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("roll", "day", "expected"),
    [
        (Roll.NONE, dt.date(2026, 12, 25), dt.date(2026, 12, 25)),
        (Roll.FORWARD, dt.date(2026, 12, 25), dt.date(2026, 12, 29)),
        (Roll.BACK, dt.date(2026, 12, 28), dt.date(2026, 12, 24)),
        (Roll.FORWARD, dt.date(2026, 12, 24), dt.date(2026, 12, 24)),
        (Roll.BACK, dt.date(2026, 12, 24), dt.date(2026, 12, 24)),
    ],
)
def test_a_day_off_is_rolled_to_where_the_council_works(roll: Roll, day: dt.date, expected: dt.date) -> None:
    assert Calendar(roll=roll).rolled(day) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [(None, dt.date(2026, 12, 29)), (dt.date(2026, 12, 25), dt.date(2026, 12, 25)), (dt.date(2027, 1, 2), dt.date(2026, 12, 29))],
)
def test_a_day_is_rolled_that_a_clock_worked_out_and_not_one_that_somebody_chose(chosen: dt.date | None, expected: dt.date) -> None:
    level, entered = STATES["plan_active"].level, dt.datetime(2026, 11, 13, 14, tzinfo=dt.UTC)

    due = due_at(level, entered=entered, trigger="start_plan", calendar=Calendar(roll=Roll.FORWARD), chosen=chosen)

    assert due == end_of(expected)


def test_calendar_weeks_are_rolled_too() -> None:
    level, entered = Level(Clock.CALENDAR_WEEKS, 6), dt.datetime(2026, 11, 13, 14, tzinfo=dt.UTC)

    due = due_at(level, entered=entered, trigger="submit", calendar=Calendar(roll=Roll.BACK))

    assert due == end_of(dt.date(2026, 12, 24))


def test_bank_holidays_are_worked_out_once_a_year() -> None:
    assert bank_holidays(2026) is bank_holidays(2026)
