"""What may be set, from when, and what stands in the way; and what is in force when several values were set."""

import datetime as dt
from typing import Any
from uuid import UUID, uuid4

import pytest

from service.configuration import rules
from service.configuration.catalogue import CATALOGUE
from service.configuration.in_force import PUBLISHED, InForce
from service.configuration.rules import Set
from service.deadlines.rules import Roll
from service.errors import AlreadyDone, BadInput, Duplicate, Refused, UserError
from workflows import WORKFLOWS
from workflows.kit import Clock

NOON = dt.datetime(2026, 7, 1, 11, tzinfo=dt.UTC)  # noon in London
DAY = dt.timedelta(days=1)
HERE, THERE = uuid4(), uuid4()
WORKFLOW = WORKFLOWS["early-help", 1]
ASSESSING = "early-help/assessing"


def value(number: Any, at: dt.datetime, place: UUID | None = None, about: str | None = None) -> Set:
    return Set(uuid4(), about, place, at, number)


def why(error: pytest.ExceptionInfo[UserError]) -> tuple[tuple[str, ...], str | None]:
    [problem] = error.value.problems
    return problem.path, problem.reason


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (dt.date(2026, 7, 1), NOON),
        (dt.date(2026, 7, 2), dt.datetime(2026, 7, 1, 23, tzinfo=dt.UTC)),
        (dt.date(2026, 12, 1), dt.datetime(2026, 12, 1, tzinfo=dt.UTC)),
    ],
)
def test_a_value_begins_now_or_at_the_beginning_of_its_day_in_london(day: dt.date, begins: dt.datetime) -> None:
    assert rules.begins(day, NOON) == begins


def test_a_value_never_begins_in_the_past() -> None:
    with pytest.raises(BadInput) as error:
        rules.begins(dt.date(2026, 6, 30), NOON)

    assert why(error) == (("validFrom",), "in_the_past")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"name": "limit"}, (("name",), "unknown_setting")),
        ({"name": "service_levels.limit", "about": "early-help/paused"}, (("about",), "unknown_subject")),
        ({"name": "service_levels.limit"}, (("about",), "unknown_subject")),
        ({"name": "reviews.first", "about": ASSESSING}, (("about",), "unknown_subject")),
        ({"name": "rereferral.months", "is_local": True}, (("localityId",), "not_per_locality")),
        ({"name": "reviews.first", "given": {}}, (("number",), "wrong_kind")),
        ({"name": "reviews.first", "given": {"flag": True}}, (("number",), "wrong_kind")),
        ({"name": "reviews.first", "given": {"number": 3, "text": "3"}}, (("number",), "wrong_kind")),
        ({"name": "reviews.first", "use_default": True}, (("number",), "wrong_kind")),
        ({"name": "reviews.first", "given": {"number": 27}}, (("number",), "out_of_range")),
    ],
)
def test_what_cannot_be_wanted_is_refused(asked: dict[str, Any], expected: tuple[tuple[str, ...], str]) -> None:
    given: dict[str, Any] = {"about": None, "given": {"number": 3}, **asked}
    with pytest.raises(BadInput) as error:
        rules.wanted(**given)

    assert why(error) == expected


def test_the_default_is_wanted_as_no_value() -> None:
    assert rules.wanted("reviews.first", None, {}, use_default=True).value is None


@pytest.mark.parametrize(("begun", "refused"), [(NOON - DAY, True), (NOON, True), (NOON + DAY, False)])
def test_only_what_is_planned_can_be_changed(begun: dt.datetime, refused: bool) -> None:
    found = value(3, begun)
    if not refused:
        rules.refuse_if_begun(found, NOON)
        return
    with pytest.raises(Refused) as error:
        rules.refuse_if_begun(found, NOON)
    assert why(error) == (("settingId",), "in_force")


@pytest.mark.parametrize(
    ("history", "new", "error"),
    [
        ([], value(None, NOON), AlreadyDone),
        ([], value(3, NOON), None),
        ([value(3, NOON - DAY)], value(3, NOON), AlreadyDone),
        ([value(3, NOON - DAY)], value(4, NOON), None),
        ([value(3, NOON - DAY)], value(None, NOON), None),
        ([value(3, NOON - DAY), value(4, NOON + DAY)], value(3, NOON + DAY * 2), None),
        ([value(3, NOON + DAY)], value(3, NOON), None),
        ([value(3, NOON - DAY, HERE)], value(3, NOON), None),
        ([value(3, NOON - DAY, HERE)], value(3, NOON, HERE), AlreadyDone),
        ([value(3, NOON - DAY, about="a")], value(3, NOON, about="b"), None),
        ([value(3, NOON)], value(4, NOON), Duplicate),
    ],
)
def test_what_changes_nothing_or_is_planned_already_is_refused(history: list[Set], new: Set, error: type[UserError] | None) -> None:
    if error is None:
        rules.refuse_if_no_change(new, history)
        return
    with pytest.raises(error):
        rules.refuse_if_no_change(new, history)


@pytest.mark.parametrize(
    ("history", "refused"),
    [
        ([value(False, NOON, about="DECLINED")], True),
        ([value(False, NOON, about="DUPLICATE")], False),
        ([value(False, NOON, about="DUPLICATE"), value(False, NOON + DAY, about="OPENED_IN_ERROR")], True),
        ([value(False, NOON - DAY, about="DUPLICATE"), value(True, NOON, about="DUPLICATE"), value(False, NOON, about="OPENED_IN_ERROR")],
         False),
        ([value(False, NOON - DAY, about="DUPLICATE"), value(None, NOON, about="DUPLICATE"), value(False, NOON, about="OPENED_IN_ERROR")],
         False),
    ],
)  # fmt: skip
def test_no_step_is_left_without_a_reason_at_any_time(history: list[Set], refused: bool) -> None:
    setting = CATALOGUE["closure_reasons.in_use"]
    if not refused:
        rules.refuse_steps_without_reason(setting, history, NOON)
        return
    with pytest.raises(Refused) as error:
        rules.refuse_steps_without_reason(setting, history, NOON)
    assert why(error) == (("about",), "last_reason")


def test_the_localitys_own_value_goes_before_the_councils_unless_it_was_given_up() -> None:
    name, about = "service_levels.limit", ASSESSING
    rows = [(name, about, True, 20), (name, about, False, 15)]

    assert InForce.of(rows).value(name, about) == 20
    assert InForce.of([(name, about, True, None), (name, about, False, 15)]).value(name, about) == 15
    assert InForce.of([(name, about, False, None)]).value(name, about) == 10


def test_a_level_takes_what_is_set_and_keeps_the_rest() -> None:
    held = InForce({("service_levels.limit", ASSESSING): 15, ("service_levels.after_return", ASSESSING): 4})
    level, published = held.level(WORKFLOW, "assessing"), WORKFLOW.states["assessing"].level

    assert level and published
    assert (level.n, level.on_return, level.on_reassess) == (15, 4, published.on_reassess)
    assert PUBLISHED.level(WORKFLOW, "assessing") == published
    assert held.level(WORKFLOW, "closed") is None


@pytest.mark.parametrize(
    ("state", "given", "first", "later"),
    [
        ("plan_active", {}, 6, 12),
        ("plan_active", {"reviews.first": 4}, 4, 12),
        ("plan_active", {"reviews.later": 8}, 6, 8),
        ("plan_active", {"pause.limit": 2}, 6, 12),
        ("paused", {"pause.limit": 2, "reviews.first": 4, "reviews.later": 8}, 2, None),
    ],
)
def test_a_date_has_the_councils_caps(state: str, given: dict[str, int], first: int, later: int | None) -> None:
    level = InForce({(name, None): weeks for name, weeks in given.items()}).level(WORKFLOW, state)

    assert level and level.first
    assert (level.first.clock, level.first.n, level.later.n if level.later else None) == (Clock.CALENDAR_WEEKS, first, later)


def test_the_calendar_is_made_of_what_is_set() -> None:
    held = InForce({("calendar.extra_closed_days", None): ["2026-12-29"], ("calendar.roll", None): "back"})

    calendar = held.calendar

    assert (calendar.closed, calendar.entry_day_counts, calendar.roll) == (frozenset({dt.date(2026, 12, 29)}), False, Roll.BACK)


def test_a_wait_and_a_reason_take_what_is_set() -> None:
    held = InForce({("waits.limit", "lead_to_be_agreed"): 3, ("closure_reasons.in_use", "EHC_PLAN"): False})

    assert (held.wait_days("lead_to_be_agreed"), held.wait_days("social_care_decision")) == (3, 1)
    assert (held.is_offered("EHC_PLAN"), held.is_offered("NEEDS_MET")) == (False, True)
    assert held.label("NEEDS_MET") == "Needs met; outcomes achieved"
