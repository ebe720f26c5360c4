"""What a decision of social care must say, and when no answer is one."""

import datetime as dt
from typing import Any

import pytest

from service.concerns import rules

TODAY = dt.date(2026, 4, 2)
SAID = {"route": None, "why": "Below their threshold.", "decided_on": TODAY}


@pytest.mark.parametrize(
    ("said", "chased", "by_manager", "reasons"),
    [
        ({}, False, False, []),
        ({"no_answer": False}, False, False, []),
        ({"no_answer": True}, True, True, []),
        ({"no_answer": True}, False, True, ["chased_twice"]),
        ({"no_answer": True}, True, False, ["manager_records_no_answer"]),
        ({"no_answer": True}, False, False, ["chased_twice", "manager_records_no_answer"]),
    ],
)
def test_a_manager_records_no_answer_after_two_chasers(said: Any, chased: bool, by_manager: bool, reasons: list[str]) -> None:
    assert [each.reason for each in rules.no_answer_problems(said, chased=chased, by_manager=by_manager)] == reasons


@pytest.mark.parametrize(
    ("more", "taken", "paths"),
    [
        ({}, False, []),
        ({"why": None}, False, [("why",)]),
        ({"route": "looked_after"}, False, [("route",)]),
        ({"route": "looked_after"}, True, []),
        ({"route": "looked_after", "why": None}, True, []),
        ({}, True, [("route",)]),
        ({"decided_on": TODAY + dt.timedelta(days=1)}, False, [("decidedOn",)]),
    ],
)
def test_a_route_goes_with_who_is_taken_and_a_why_with_who_is_not(more: Any, taken: bool, paths: list[Any]) -> None:
    assert [each.path for each in rules.decision_problems({**SAID, **more}, taken=taken, today=TODAY)] == paths
