"""Who can be asked to take a family, and what their answer must say."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.households.family import Relative
from service.transfers import rules

TODAY = dt.date(2026, 4, 2)
OFFER = dict.fromkeys(rules.EDITABLE)
ANSWERED = {**OFFER, "answer": "accepted", "answered_on": TODAY, "answered_by": "Front door"}
MOTHER = Relative(UUID(int=1), "Sarah", "adult", "F", role="parent_or_carer")


@pytest.mark.parametrize(("code", "wrong"), [("878", False), ("999", True), ("000", True), ("87", True), (None, True)])
def test_an_offer_goes_to_another_council_in_force(code: str | None, wrong: bool) -> None:
    assert bool(list(rules.council_problems(code, own="999"))) is wrong


@pytest.mark.parametrize(
    ("offer", "paths"),
    [
        (OFFER, []),
        (ANSWERED, []),
        ({**ANSWERED, "answered_by": None}, [("answer",)]),
        ({**ANSWERED, "answered_on": TODAY + dt.timedelta(days=1)}, [("answeredOn",)]),
        ({**ANSWERED, "answered_on": TODAY - dt.timedelta(days=9)}, [("answeredOn",)]),
    ],
)
def test_an_answer_is_whole_and_of_a_day_since_the_offer(offer: dict[str, Any], paths: list[Any]) -> None:
    offered = TODAY - dt.timedelta(days=8)

    assert [each.path for each in rules.answer_problems(offer, offered_on=offered, today=TODAY)] == paths


@pytest.mark.parametrize(
    ("basis", "giver", "is_named", "paths"),
    [
        ("agreed", MOTHER, True, []),
        ("refused", MOTHER, True, []),
        ("agreed", None, False, [("givenById",)]),
        ("agreed", Relative(UUID(int=2), "Baby", "unborn_child", "U", role="child"), True, [("givenById",)]),
        ("agreed", Relative(UUID(int=3), "Old friend", "adult", "F"), True, [("givenById",)]),
        ("safeguarding", None, False, []),
        ("safeguarding", MOTHER, True, [("givenById",)]),
    ],
)
def test_somebody_of_the_family_answers_or_safeguarding_needs_it(basis: str, giver: Any, is_named: bool, paths: list[Any]) -> None:
    found = rules.consent_problems(basis, giver, is_named=is_named, answered_on=TODAY, today=TODAY)

    assert [each.path for each in found] == paths


def test_an_answer_of_tomorrow_cannot_be() -> None:
    found = rules.consent_problems("agreed", MOTHER, is_named=True, answered_on=TODAY + dt.timedelta(days=1), today=TODAY)

    assert [each.path for each in found] == [("answeredOn",)]
