"""What each reason for ending needs, as a truth table: what is lacking is named in the words of the reason."""

import datetime as dt
from typing import Any

import pytest

from service.cases.ending import CHECKS, lacking
from workflows.kit.endings_1 import ENDINGS

TODAY = dt.date(2026, 3, 2)
Sheet = dict[str, Any]
NOTHING: Sheet = {
    "assessment_signed_off": False,
    "birth_dates": ["2015-09-17", None],
    "closing_summary": False,
    "death_dated": False,
    "ehc_plan_dated": False,
    "outcomes_achieved_share": None,
    "safeguarding_check": False,
}
OF_AGE = {"birth_dates": ["2008-03-02", "2001-01-01"]}
AGREED = {"agency": "the school", "agency_agreed": True}


def lacks(reason: str, found: dict[str, Any], **data: Any) -> list[int]:
    """Return which of the reason's needs are lacking, by their places."""
    missing = lacking({**NOTHING, **found}, {"reason": reason, **data}, TODAY)
    return [place for place, need in enumerate(ENDINGS[reason].needs) if need in missing]


@pytest.mark.parametrize(
    ("reason", "found", "data", "missing"),
    [
        ("SINGLE_AGENCY", {}, {}, [0]),
        ("SINGLE_AGENCY", {}, {"agency": "the school"}, [0]),
        ("SINGLE_AGENCY", {}, {"agency_agreed": True}, [0]),
        ("SINGLE_AGENCY", {}, AGREED, []),
        ("NO_FURTHER_ACTION", {}, {}, [0]),
        ("NO_FURTHER_ACTION", {"assessment_signed_off": True}, {}, []),
        ("NEEDS_MET", {}, {}, [0]),
        ("NEEDS_MET", {"outcomes_achieved_share": 0.0}, {}, [0]),
        ("NEEDS_MET", {"outcomes_achieved_share": 0.5}, {}, [0]),
        ("NEEDS_MET", {"outcomes_achieved_share": 0.51}, {}, []),
        ("EHC_PLAN", {}, {}, [0]),
        ("EHC_PLAN", {"ehc_plan_dated": True}, {}, []),
        ("AGED_OUT", {}, {}, [0, 1]),
        ("AGED_OUT", {"birth_dates": ["2008-03-03"]}, {"note": "x"}, [0]),
        ("AGED_OUT", {"birth_dates": ["2008-03-02", None]}, {"note": "x"}, [0]),
        ("AGED_OUT", OF_AGE, {}, [1]),
        ("AGED_OUT", OF_AGE, {"note": "The adults' team."}, []),
        ("AGED_OUT", {**OF_AGE, "closing_summary": True}, {}, []),
        ("DECEASED", {}, {}, [0]),
        ("DECEASED", {"death_dated": True}, {}, []),
        ("MOVED_NO_TRANSFER", {}, {}, [1]),
        ("MOVED_NO_TRANSFER", {"safeguarding_check": True}, {}, []),
        ("REQUEST_WITHDRAWN", {}, {}, [0]),
        ("REQUEST_WITHDRAWN", {}, {"note": "The school, which helps itself."}, []),
    ],
)
def test_names_what_a_reason_needs_and_is_not_recorded(
    reason: str, found: dict[str, Any], data: dict[str, Any], missing: list[int]
) -> None:
    assert lacks(reason, found, **data) == missing


@pytest.mark.parametrize("reason", sorted(ENDINGS.keys() - CHECKS.keys()))
def test_leaves_the_other_reasons_to_guards_of_their_own(reason: str) -> None:
    assert lacks(reason, {}) == []


def test_asks_for_nothing_while_no_reason_is_chosen() -> None:
    assert lacking(NOTHING, {}, TODAY) == ()


@pytest.mark.parametrize("reason", sorted(CHECKS))
def test_has_a_check_for_each_need(reason: str) -> None:
    assert len(CHECKS[reason]) == len(ENDINGS[reason].needs)
