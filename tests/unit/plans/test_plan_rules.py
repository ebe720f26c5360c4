"""What an outcome and an action must say, and how an action stands to its day, also where the clocks change."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, Refused
from service.plans.rules import (
    day_problems,
    done_problems,
    need_problems,
    one_who,
    refuse_open_actions,
    refuse_unless_open,
    scale_problems,
    timing,
    who_problems,
)
from tests.unit.plans.instants import INSTANTS

TODAY = dt.date(2026, 3, 2)
PRIYA, SARAH, NEED, MET = (UUID(int=n) for n in range(1, 5))


@pytest.mark.parametrize(("by_when", "at", "found"), INSTANTS)
def test_how_an_action_stands_to_its_day(by_when: str, at: str, found: str) -> None:
    now = dt.datetime.fromisoformat(at).replace(tzinfo=dt.UTC)

    assert timing(dt.date.fromisoformat(by_when), today=day_in_london(now)) == found


@pytest.mark.parametrize(
    ("by_when", "before", "is_refused"),
    [
        (TODAY, None, False),
        (TODAY - dt.timedelta(days=1), None, True),
        (TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=1), False),
        (TODAY - dt.timedelta(days=2), TODAY - dt.timedelta(days=1), True),
    ],
)
def test_a_day_that_is_set_has_not_passed(by_when: dt.date, before: dt.date | None, is_refused: bool) -> None:
    assert bool(list(day_problems(by_when, before=before, today=TODAY))) is is_refused


@pytest.mark.parametrize(
    ("number", "why_not", "is_refused"),
    [
        (0, None, False),
        (10, None, False),
        (None, "Not asked.", False),
        (11, None, True),
        (-1, None, True),
        (None, None, True),
        (5, "Not asked.", True),
    ],
)
def test_the_family_gives_a_number_or_there_is_a_reason(number: int | None, why_not: str | None, is_refused: bool) -> None:
    assert [problem.path for problem in scale_problems(number, why_not, "scale")] == [("scale",)] * is_refused


@pytest.mark.parametrize(
    ("needs", "kept", "wrong"),
    [
        ([NEED], [], []),
        ([], [], [("needIds",)]),
        ([NEED, MET], [], [("needIds", "1")]),
        ([NEED, MET], [MET], []),
        ([PRIYA], [PRIYA], [("needIds", "0")]),
    ],
)
def test_an_outcome_is_for_open_needs_of_the_case(needs: list[UUID], kept: list[UUID], wrong: list[tuple[str, ...]]) -> None:
    assert [problem.path for problem in need_problems(needs, {NEED: "open", MET: "met"}, kept)] == wrong


@pytest.mark.parametrize(
    ("who", "wrong"),
    [
        ({"practitioner_id": PRIYA}, []),
        ({"person_id": SARAH}, []),
        ({}, ["practitionerId"]),
        ({"practitioner_id": PRIYA, "person_id": SARAH}, ["practitionerId"]),
        ({"practitioner_id": SARAH}, ["practitionerId"]),
        ({"person_id": PRIYA}, ["personId"]),
    ],
)
def test_one_does_it_who_works_with_the_family_or_belongs_to_it(who: dict[str, Any], wrong: list[str]) -> None:
    assert [problem.path[0] for problem in who_problems(who, helpers={PRIYA}, family={SARAH})] == wrong


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"what": "Ring."}, {"what": "Ring."}),
        ({"person_id": SARAH}, {"person_id": SARAH, "practitioner_id": None}),
        ({"practitioner_id": PRIYA}, {"practitioner_id": PRIYA, "person_id": None}),
        ({"practitioner_id": None}, {"practitioner_id": None}),
        ({"practitioner_id": PRIYA, "person_id": SARAH}, {"practitioner_id": PRIYA, "person_id": SARAH}),
    ],
)
def test_who_takes_an_action_over_takes_the_place_of_whoever_had_it(changes: dict[str, Any], found: dict[str, Any]) -> None:
    assert one_who(changes) == found


@pytest.mark.parametrize(
    ("count", "said"), [(1, "One action of this outcome is still open"), (3, "3 actions of this outcome are still open")]
)
def test_an_outcome_ends_after_its_actions(count: int, said: str) -> None:
    refuse_open_actions(0)

    with pytest.raises(Refused, match=said):
        refuse_open_actions(count)


def test_what_has_ended_stays_as_it_is() -> None:
    refuse_unless_open({"status": "open"}, "action", "actionId")

    for status in ("done", "ended", "achieved"):
        with pytest.raises(AlreadyDone):
            refuse_unless_open({"status": status}, "action", "actionId")


def test_nothing_is_done_on_a_day_that_has_not_come() -> None:
    assert list(done_problems(TODAY, today=TODAY)) == []
    assert [problem.path for problem in done_problems(TODAY + dt.timedelta(days=1), today=TODAY)] == [("doneOn",)]
