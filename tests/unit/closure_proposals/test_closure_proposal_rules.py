"""What a proposal to close a case must say, and until when it can be written anew."""

import datetime as dt
from typing import Any

import pytest

from service.closure_proposals import rules

NOW = dt.datetime(2026, 4, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(("reason", "wrong"), [("NEEDS_MET", False), ("DECEASED", True)])
def test_a_case_is_closed_for_a_reason_of_its_workflow(reason: str, wrong: bool) -> None:
    assert bool(list(rules.reason_problems(reason, offered=("NEEDS_MET", "SINGLE_AGENCY")))) is wrong


@pytest.mark.parametrize(
    ("answered_at", "withdrawn", "reasons"),
    [
        (None, None, []),
        (NOW, None, ["proposal_answered"]),
        (None, "Late again.", ["proposal_withdrawn"]),
        (NOW, "Late again.", ["proposal_answered"]),
    ],
)
def test_one_that_is_settled_stays_as_it_is(answered_at: Any, withdrawn: str | None, reasons: list[str]) -> None:
    proposal = {"answered_at": answered_at, "withdrawn": withdrawn}

    assert [each.reason for each in rules.settled_problems(proposal)] == reasons


@pytest.mark.parametrize(
    ("agreed", "note", "wrong"), [(True, None, False), (True, "Yes.", False), (False, "No.", False), (False, None, True)]
)
def test_a_no_says_why(agreed: bool, note: str | None, wrong: bool) -> None:
    assert bool(list(rules.answer_problems(agreed=agreed, note=note))) is wrong
