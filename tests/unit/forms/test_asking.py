"""Who is asked what, when an answer is required, and what is missing: truth tables."""

from typing import Any
from uuid import UUID

import pytest

from service.forms import asking
from service.forms.asking import Family
from service.forms.parts import Always, IfAge, IfAnswered, IfEmpty, Never, Required, Section, Subject, UnlessAnswered
from service.forms.published import FORMS

EARLY_HELP, CAF = FORMS["early-help", 1], FORMS["caf", 1]
BABY, BOY, TEEN = (Subject(UUID(int=n), name, age) for n, name, age in ((1, "Ada", 0), (2, "Ben", 8), (3, "Zofia", 17)))
UNBORN = Subject(UUID(int=4), "Baby", None, is_unborn=True)
MOTHER, FATHER = Subject(UUID(int=5), "Sarah", 35), Subject(UUID(int=6), "Piotr")
FAMILY = Family((BABY, BOY, TEEN, UNBORN), (MOTHER, FATHER))
TALKED, NOT_POSSIBLE = {"how": {"choices": ["talked"]}}, {"how": {"choices": ["talked", "not_possible"]}}
TEXT = {"text": "Said."}


def section(key: str, form: Any = EARLY_HELP) -> Section:
    found = form.section(key)
    assert isinstance(found, Section)
    return found


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("about", [None]),
        ("voice", ["Ada", "Ben", "Zofia"]),
        ("health", ["Ada", "Ben", "Zofia", "Baby"]),
        ("parents", ["Sarah", "Piotr"]),
    ],
)
def test_asks_a_section_of_those_whom_it_is_for(key: str, names: list[str | None]) -> None:
    assert [asking.name_of(each) for each in asking.subjects_of(section(key), FAMILY)] == names


def test_asks_nobody_once_where_no_parent_is_recorded_and_nothing_of_children_where_there_are_none() -> None:
    assert asking.subjects_of(section("parents"), Family()) == (None,)
    assert asking.subjects_of(section("health"), Family()) == ()


@pytest.mark.parametrize(
    ("required", "answers", "subject", "holds"),
    [
        (Always(), {}, None, True),
        (Never(), {}, None, False),
        (IfAge(4, 25), {}, BOY, True),
        (IfAge(8, 8), {}, BOY, True),
        (IfAge(9, 25), {}, BOY, False),
        (IfAge(0, 7), {}, BOY, False),
        (IfAge(0, 5), {}, BABY, True),
        (IfAge(0, 25), {}, UNBORN, False),
        (IfAge(0, 25), {}, None, False),
        (IfAnswered("how", "talked"), TALKED, None, True),
        (IfAnswered("how", "talked"), {"how": {"choice": "talked"}}, None, True),
        (IfAnswered("how", "not_possible"), TALKED, None, False),
        (IfAnswered("how", "not_possible"), {}, None, False),
        (UnlessAnswered("how", "not_possible"), TALKED, None, True),
        (UnlessAnswered("how", "not_possible"), NOT_POSSIBLE, None, False),
        (UnlessAnswered("how", "not_possible"), {}, None, False),
        (IfEmpty("views"), {}, None, True),
        (IfEmpty("views"), {"views": TEXT}, None, False),
    ],
)
def test_requires_an_answer_when_its_rule_holds(required: Required, answers: Any, subject: Subject | None, holds: bool) -> None:
    assert required.holds(answers, subject) is holds


def missing(key: str, subject: Subject | None, answers: Any) -> list[str]:
    return [question.key for question in asking.progress_of(section(key), subject, answers).missing]


@pytest.mark.parametrize(
    ("key", "subject", "answers", "keys"),
    [
        ("voice", BABY, {}, ["how"]),
        ("voice", BOY, {}, ["seen_alone", "how"]),
        ("voice", BOY, TALKED, ["seen_alone", "words"]),
        ("voice", BABY, NOT_POSSIBLE, ["why_not"]),
        ("health", UNBORN, {}, ["health"]),
        ("health", BABY, {}, ["health", "communication", "early_years"]),
        ("health", BOY, {}, ["health", "communication", "daily_living"]),
        ("education", BABY, {}, []),
        ("education", TEEN, {}, ["thinking", "taking_part", "progress"]),
        ("parents", MOTHER, {}, ["views", "not_asked"]),
        ("parents", MOTHER, {"views": TEXT}, []),
        ("parents", MOTHER, {"not_asked": TEXT}, []),
        ("scale", None, {}, []),
    ],
)
def test_says_what_is_missing_in_a_section(key: str, subject: Subject | None, answers: Any, keys: list[str]) -> None:
    assert missing(key, subject, answers) == keys


def test_counts_what_is_answered_and_required() -> None:
    found = asking.progress_of(section("voice"), BOY, {**TALKED, "own_scale": {"scale": 7}})

    assert (found.answered, found.required) == (2, 3)


def test_names_sections_with_whom_they_are_about() -> None:
    family = Family((BOY,), (MOTHER,))
    written = {("strengths", None): {"strengths": TEXT, "network": TEXT}, ("parents", MOTHER.id): {"views": TEXT}}

    found = asking.missing_answers(EARLY_HELP, family, written)

    assert ("The child's own voice", "Ben") in found
    assert ("About this assessment", None) in found
    assert not {("Strengths of the family", None), ("Parents' and carers' views", "Sarah"), ("The family's own scale", None)} & set(found)


@pytest.mark.parametrize(
    ("form", "key", "answers", "names"),
    [
        (EARLY_HELP, "voice", {}, ("Ada", "Ben", "Zofia")),
        (EARLY_HELP, "voice", {"words": TEXT}, ("Ada", "Zofia")),
        (EARLY_HELP, "voice", {"why_not": TEXT}, ("Ada", "Zofia")),
        (EARLY_HELP, "voice", TALKED, ("Ada", "Ben", "Zofia")),
        (CAF, "comments", {}, ("Ada", "Ben", "Zofia")),
        (CAF, "comments", {"child_comment": TEXT}, ("Ada", "Zofia")),
        (CAF, "comments", {"child_comment_why_not": TEXT}, ("Ada", "Zofia")),
    ],
)
def test_misses_the_voice_of_children_but_not_of_an_unborn_one(form: Any, key: str, answers: Any, names: tuple[str, ...]) -> None:
    assert asking.voice_missing_for(form, FAMILY, {(key, BOY.id): answers}) == names


@pytest.mark.parametrize(
    ("family", "written", "is_missing"),
    [
        (FAMILY, {}, True),
        (FAMILY, {("parents", MOTHER.id): {"hopes": TEXT}}, True),
        (FAMILY, {("parents", MOTHER.id): {"views": TEXT}}, False),
        (FAMILY, {("parents", FATHER.id): {"not_asked": TEXT}}, False),
        (FAMILY, {("parents", None): {"not_asked": TEXT}}, True),
        (Family((TEEN,)), {}, True),
        (Family((TEEN,)), {("parents", None): {"not_asked": TEXT}}, False),
    ],
)
def test_misses_the_views_of_parents_until_one_is_heard_or_why_not(family: Family, written: Any, is_missing: bool) -> None:
    assert asking.parents_views_missing(EARLY_HELP, family, written) is is_missing


def test_counts_an_element_as_considered_by_strengths_needs_or_a_reason() -> None:
    family = Family((UNBORN,))
    all_of_them = asking.elements_not_considered(CAF, family, {})
    written = {
        ("development", UNBORN.id): {"CAF-D1": {"needs": "Folic acid."}, "CAF-D2": {"not_explored": "Not born yet."}},
        ("parents", None): {"CAF-P1": {"strengths": "A calm home."}},
    }

    left = asking.elements_not_considered(CAF, family, written)

    assert len(all_of_them) == 19
    assert set(all_of_them) - set(left) == {
        ("General health", "Baby"),
        ("Physical development", "Baby"),
        ("Basic care, ensuring safety and protection", None),
    }
    assert asking.elements_not_considered(EARLY_HELP, FAMILY, {}) == ()


@pytest.mark.parametrize(
    ("key", "question", "answer", "said"),
    [
        ("health", "health", {"needs": "Sleeps badly."}, "Sleeps badly."),
        ("health", "health", {"strengths": "Eats well."}, None),
        ("health", "health", {"not_explored": "Later."}, None),
        ("send", "disability", {"text": "Uses a wheelchair."}, "Uses a wheelchair."),
        ("send", "send_needs", {"need_links": [{"need_id": "x", "version": 1, "brought_in": True}]}, None),
        ("safety", "risks", {"factors": [{"factor": "neglect", "presence": "suspected", "known": "The school."}]}, "The school."),
        ("safety", "risks", {"factors": [{"factor": "neglect", "presence": "not_present"}]}, None),
        ("safety", "risks", {"factors": [{"factor": "neglect", "presence": "not_known"}]}, None),
    ],
)
def test_raises_the_needs_that_an_answer_speaks_of(key: str, question: str, answer: Any, said: str | None) -> None:
    found = asking.areas_raised(EARLY_HELP, {(key, BOY.id): {question: answer}})

    assert [each.said for each in found] == ([said] if said else [])
    assert all(each.subject_id == BOY.id and each.question.areas for each in found)


def test_raises_a_need_of_a_factor_of_which_nothing_more_is_known() -> None:
    answers = {"risks": {"factors": [{"factor": "missing", "presence": "present"}]}}

    [found] = asking.areas_raised(EARLY_HELP, {("safety", BOY.id): answers})

    assert (found.said, found.question.areas) == (None, ("SAFETY", "DOMESTIC_ABUSE", "CRIME"))


def test_raises_no_need_of_a_question_without_an_area() -> None:
    assert asking.areas_raised(EARLY_HELP, {("about", None): {"reason": TEXT}}) == ()
