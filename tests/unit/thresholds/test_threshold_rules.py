"""Threshold decisions: which need a second person, and what they must hold."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.thresholds import rules

JAKE, MIA, NOOR = (UUID(int=n) for n in (1, 2, 3))
OUTCOMES = ("universal", "single_agency", "early_help_assessment", "social_care_assessment")
FOLLOWED = {1: (True, True, False, False), 2: (False, True, True, False), 3: (False, False, True, False), 4: (False, False, False, True)}


@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("place", range(4))
def test_a_second_person_is_asked_for_what_the_level_does_not_list(level: int, place: int) -> None:
    assert rules.needs_approval(level, OUTCOMES[place]) is not FOLLOWED[level][place]


def test_the_case_goes_by_the_highest_level() -> None:
    assert rules.highest([{"level": 1}, {"level": 3}, {"level": 2}]) == 3


@pytest.mark.parametrize(
    ("outcome", "goes_on", "wrong"),
    [
        ("social_care_assessment", None, True),
        ("social_care_assessment", "The bruise.", False),
        ("universal", "The bruise.", True),
        ("universal", None, False),
    ],
)
def test_what_goes_on_to_social_care_is_said_when_something_does(outcome: str, goes_on: str | None, wrong: bool) -> None:
    said = {"outcome": outcome, "goes_on": goes_on}
    levels = [{"person_id": JAKE, "level": 1}]

    found = [each.path for each in rules.problems(said, levels, children=[JAKE])]

    assert found == ([("goesOn",)] if wrong else [])


@pytest.mark.parametrize(
    ("levels", "paths"),
    [
        ([(JAKE, 1), (MIA, 4)], []),
        ([], [("levels",)]),
        ([(JAKE, 1)], [("levels",)]),
        ([(JAKE, 0), (MIA, 1)], [("levels", "0", "level")]),
        ([(JAKE, 1), (MIA, 1), (JAKE, 2)], [("levels", "2", "personId")]),
        ([(JAKE, 1), (MIA, 1), (NOOR, 2)], [("levels", "2", "personId")]),
    ],
)
def test_every_child_of_the_case_has_one_level_of_four(levels: list[tuple[UUID, int]], paths: list[Any]) -> None:
    given = [{"person_id": person, "level": level} for person, level in levels]

    assert [each.path for each in rules.level_problems(given, [JAKE, MIA])] == paths


@pytest.mark.parametrize(("is_used", "day", "refused"), [(True, 2, True), (True, 1, False), (False, 2, False)])
def test_the_day_of_a_document_in_use_stays(is_used: bool, day: int, refused: bool) -> None:
    before, after = ({"in_force_from": dt.date(2026, 4, each)} for each in (1, day))

    assert [each.reason for each in rules.document_problems(before, after, is_used=is_used)] == ["document_in_use"] * refused


@pytest.mark.parametrize(("day", "refused"), [(1, True), (2, False), (3, False)])
def test_a_document_begins_today_or_later(day: int, refused: bool) -> None:
    assert bool(list(rules.first_day(dt.date(2026, 4, day), dt.date(2026, 4, 2)))) is refused
