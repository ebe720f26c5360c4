"""When an assessment can be written, amended and told about; whom it asks: truth tables."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.access.rules import Action, Standing, is_allowed
from service.assessments import rules
from service.errors import BadInput, NotFound, Refused, Rewritten
from service.forms.asking import Family
from service.forms.parts import Subject
from service.forms.published import FORMS
from service.households.family import Relative

FORM = FORMS["early-help", 1]
TODAY, STARTED = dt.date(2026, 3, 2), dt.date(2026, 2, 20)
JAKE, MIA, SARAH = UUID(int=1), UUID(int=2), UUID(int=3)
SECTION = UUID(int=9)
NOTHING = {"shared_on": None, "how": None, "note": None, "why_not": None}


@pytest.mark.parametrize(
    ("state", "can_be_written", "can_be_amended", "has_conclusions"),
    [
        ("draft", True, False, False),
        ("submitted", False, False, True),
        ("returned", True, False, False),
        ("signed_off", False, True, True),
    ],
)
def test_allows_in_each_state_what_belongs_to_it(state: str, can_be_written: bool, can_be_amended: bool, has_conclusions: bool) -> None:
    judged = (rules.refuse_locked, rules.refuse_unless_signed_off, rules.refuse_unless_concluded)

    for judge, allowed in zip(judged, (can_be_written, can_be_amended, has_conclusions), strict=True):
        if allowed:
            judge(state)
        else:
            with pytest.raises(Refused):
                judge(state)


@pytest.mark.parametrize(
    ("now", "expected", "is_stale"),
    [(None, 0, False), (None, 1, True), (1, 0, True), (1, 1, False), (2, 1, True), (2, 3, True)],
)
def test_refuses_a_revision_that_is_not_the_one_that_stands(now: int | None, expected: int, is_stale: bool) -> None:
    row = {"id": str(SECTION), "revision": now} if now else None

    if not is_stale:
        rules.refuse_stale(row, expected)
        return
    with pytest.raises(Rewritten) as refusal:
        rules.refuse_stale(row, expected)
    assert refusal.value.stands == (SECTION if now else None)


@pytest.mark.parametrize(
    ("section", "subject", "error"),
    [
        ("about", None, None),
        ("about", JAKE, BadInput),
        ("voice", JAKE, None),
        ("voice", None, BadInput),
        ("voice", SARAH, NotFound),
        ("voice", MIA, NotFound),
        ("health", MIA, None),
        ("parents", SARAH, None),
        ("parents", JAKE, NotFound),
        ("parents", None, BadInput),
    ],
)
def test_asks_a_section_of_whom_it_is_for(section: str, subject: UUID | None, error: type[Exception] | None) -> None:
    family = Family((Subject(JAKE, "Jake", 8), Subject(MIA, "Mia", is_unborn=True)), (Subject(SARAH, "Sarah"),))

    if error is None:
        rules.refuse_other_subject(rules.section_of(FORM, section), subject, family)
        return
    with pytest.raises(error) as refusal:
        rules.refuse_other_subject(rules.section_of(FORM, section), subject, family)
    assert refusal.value.problems[0].path == ("subjectId",)  # type: ignore[attr-defined]


def test_names_the_sections_that_there_are() -> None:
    with pytest.raises(BadInput, match="Choose one of about, voice"):
        rules.section_of(FORM, "colour")


def test_asks_of_children_whose_help_goes_on_and_of_parents_of_the_household() -> None:
    people = [
        Relative(JAKE, "Jake", "child", "M", born=dt.date(2018, 3, 2), on_case=True, role="child"),
        Relative(MIA, "Baby", "unborn_child", "U", expected=dt.date(2026, 5, 4), on_case=True),
        Relative(SARAH, "Sarah", "adult", "F", role="parent_or_carer"),
        Relative(UUID(int=4), "Ben", "child", "M", born=dt.date(2010, 1, 1), role="child"),
        Relative(UUID(int=5), "Nan", "adult", "F", role="grandparent"),
        Relative(UUID(int=6), "Piotr", "adult", "M", role=None),
    ]

    found = rules.asked_of({each.id: each for each in people}, today=TODAY)

    assert [(each.name, each.age, each.is_unborn) for each in found.children] == [("Jake", 8, False), ("Baby", None, True)]
    assert [each.name for each in found.adults] == ["Sarah"]


@pytest.mark.parametrize(
    ("said", "paths"),
    [
        ({"shared_on": TODAY, "how": "copy"}, []),
        ({"shared_on": STARTED, "how": "copy", "note": "With both."}, []),
        ({"why_not": "Not safe."}, []),
        ({}, [()]),
        ({"note": "With both."}, [()]),
        ({"shared_on": TODAY, "how": "copy", "why_not": "Not safe."}, [()]),
        ({"how": "copy"}, [("sharedOn",)]),
        ({"shared_on": TODAY}, [("how",)]),
        ({"shared_on": TODAY + dt.timedelta(days=1), "how": "copy"}, [("sharedOn",)]),
        ({"shared_on": STARTED - dt.timedelta(days=1), "how": "copy"}, [("sharedOn",)]),
    ],
)
def test_says_what_is_wrong_in_how_conclusions_were_shared(said: Any, paths: list[tuple[str, ...]]) -> None:
    found = rules.sharing_problems({**NOTHING, **said}, today=TODAY, started_on=STARTED)

    assert [each.path for each in found] == paths


S = Standing


@pytest.mark.parametrize(
    ("action", "granted"),
    [
        (Action.WRITE_ASSESSMENT, {S.ALLOCATED, S.AUTHOR, S.LEAD, S.MEMBER}),
        (Action.AMEND_ASSESSMENT, {S.ALLOCATED, S.LEAD, S.TEAM_MANAGER}),
        (Action.SHARE_CONCLUSIONS, {S.ALLOCATED, S.AUTHOR, S.LEAD}),
        (Action.SUBMIT_ASSESSMENT, {S.ALLOCATED, S.AUTHOR}),
        (Action.RETURN_ASSESSMENT, {S.TEAM_MANAGER, S.SERVICE_MANAGER}),
        (Action.SIGN_OFF_ASSESSMENT, {S.TEAM_MANAGER, S.SERVICE_MANAGER}),
    ],
)
def test_grants_what_the_matrix_says(action: Action, granted: set[Standing]) -> None:
    assert {standing for standing in S if is_allowed({standing}, action)} == granted


@pytest.mark.parametrize("action", [Action.RETURN_ASSESSMENT, Action.SIGN_OFF_ASSESSMENT])
def test_whoever_wrote_in_it_does_not_check_it(action: Action) -> None:
    assert not is_allowed({S.TEAM_MANAGER, S.AUTHOR}, action)
