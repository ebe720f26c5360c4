"""What a need must say, and what may become of it."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.errors import Refused
from service.households.family import Relative
from service.needs.areas import AREAS, HEADLINES, Area
from service.needs.rules import amended_status, child_problems, problems, refuse_unless_unanswered, source_of
from service.needs.tables import NeedSource

TODAY = dt.date(2026, 3, 2)
MIA = Relative(UUID(int=1), "Mia", "child", "female", born=dt.date(2015, 9, 17), on_case=True, role="child")
EXPECTED = Relative(UUID(int=2), "Baby", "unborn_child", "unknown", expected=dt.date(2026, 6, 1), on_case=True)


def need(**more: Any) -> dict[str, Any]:
    return {"severity": None, "identified_on": TODAY, **more}


@pytest.mark.parametrize(
    ("said", "child", "wrong"),
    [
        (need(), MIA, []),
        (need(severity=0), MIA, []),
        (need(severity=10), MIA, []),
        (need(severity=11), MIA, ["severity"]),
        (need(severity=-1), MIA, ["severity"]),
        (need(identified_on=dt.date(2026, 3, 3)), MIA, ["identifiedOn"]),
        (need(identified_on=dt.date(2014, 12, 11)), MIA, []),
        (need(identified_on=dt.date(2014, 12, 10)), MIA, ["identifiedOn"]),
        (need(identified_on=dt.date(2025, 8, 25)), EXPECTED, []),
        (need(identified_on=dt.date(2025, 8, 24)), EXPECTED, ["identifiedOn"]),
        (need(identified_on=dt.date(1900, 1, 1)), None, []),
    ],
)
def test_what_a_need_says_can_be(said: dict[str, Any], child: Relative | None, wrong: list[str]) -> None:
    assert [problem.path[0] for problem in problems(said, child, today=TODAY)] == wrong


@pytest.mark.parametrize(
    ("child", "is_refused"),
    [(MIA, False), (EXPECTED, False), (None, True), (Relative(UUID(int=3), "Sarah", "adult", "female", role="parent_or_carer"), True)],
)
def test_a_need_is_of_a_child_whose_help_goes_on(child: Relative | None, is_refused: bool) -> None:
    assert bool(list(child_problems(child))) is is_refused


@pytest.mark.parametrize(
    ("changes", "reason", "found"),
    [
        ({"status": "met"}, "Well.", {"status": "met", "status_why": "Well."}),
        ({"area": "health"}, None, {"area": "health"}),
        ({"status": "open"}, None, {"status": "open"}),
        ({"status": "met"}, None, None),
        ({"area": "health"}, "Well.", None),
        ({"status": "open"}, "Well.", None),
    ],
)
def test_another_status_and_a_reason_go_together(changes: dict[str, Any], reason: str | None, found: dict[str, Any] | None) -> None:
    if found is not None:
        assert amended_status({"status": "open"}, changes, reason) == found
        return
    with pytest.raises(Refused):
        amended_status({"status": "open"}, changes, reason)


@pytest.mark.parametrize(
    ("status", "outcomes", "is_refused"), [("open", 0, False), ("open", 1, True), ("met", 0, True), ("ended", 0, True)]
)
def test_an_open_need_without_an_outcome_can_be_left(status: str, outcomes: int, is_refused: bool) -> None:
    if not is_refused:
        refuse_unless_unanswered({"status": status}, outcomes)
        return
    with pytest.raises(Refused):
        refuse_unless_unanswered({"status": status}, outcomes)


@pytest.mark.parametrize("workflow", ["caf", "early-help", "send", "send_pathfinder"])
def test_no_case_of_early_help_is_a_source_of_send(workflow: str) -> None:
    assert NeedSource(source_of(workflow)) is not NeedSource.SEND_PATHFINDER


def test_every_area_is_about_headline_outcomes_that_there_are() -> None:
    assert set(AREAS) == set(Area)
    assert {number for about in AREAS.values() for number in about.headlines} == set(HEADLINES)
