"""What a warning marker must say, and for how long it can stand unseen."""

import datetime as dt
from typing import Any

import pytest

from service.errors import AlreadyDone, NotFound
from service.markers.rules import LONGEST, problems, refuse_ended, refuse_stranger, review_problems

TODAY = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
TOLD: dict[str, Any] = {"known_on": TODAY, "family_told": True, "why_not_told": None}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, []),
        ({"known_on": TODAY - 30 * DAY}, []),
        ({"known_on": TODAY + DAY}, ["knownOn"]),
        ({"family_told": False}, ["whyNotTold"]),
        ({"family_told": False, "why_not_told": "It would put her in danger."}, []),
        ({"why_not_told": "It would put her in danger."}, ["whyNotTold"]),
        ({"known_on": TODAY + DAY, "family_told": False}, ["knownOn", "whyNotTold"]),
    ],
)
def test_the_family_was_told_or_there_is_a_reason(said: dict[str, Any], wrong: list[str]) -> None:
    assert [problem.path[0] for problem in problems({**TOLD, **said}, today=TODAY)] == wrong


@pytest.mark.parametrize(
    ("review_on", "fits"),
    [(TODAY - DAY, False), (TODAY, False), (TODAY + DAY, True), (TODAY + LONGEST, True), (TODAY + LONGEST + DAY, False)],
)
def test_it_is_reviewed_after_today_and_within_half_a_year(review_on: dt.date, fits: bool) -> None:
    assert (list(review_problems(review_on, today=TODAY)) == []) is fits


def test_the_last_day_is_named() -> None:
    [problem] = review_problems(TODAY + 2 * LONGEST, today=TODAY)

    assert "no later than 1 September 2026" in problem.message


def test_what_has_ended_does_not_end_again() -> None:
    refuse_ended({"ended_at": None})
    with pytest.raises(AlreadyDone):
        refuse_ended({"ended_at": "2026-03-01"})


def test_it_is_about_somebody_of_the_family_or_about_nobody() -> None:
    refuse_stranger(None, {})
    refuse_stranger(1, {1: "Jake"})
    with pytest.raises(NotFound):
        refuse_stranger(2, {1: "Jake"})
