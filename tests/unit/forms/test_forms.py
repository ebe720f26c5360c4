"""The published forms, and what the checker finds in a wrong one."""

import ast
from dataclasses import replace
from typing import Any

import pytest

from service.forms.areas import AREAS
from service.forms.checker import faults
from service.forms.parts import Always, Form, IfAge, IfAnswered, IfEmpty, Question, Scope, Section, Type, UnlessAnswered, View, options
from service.forms.published import FORMS, LOCK, refuse_faulty
from workflows import WORKFLOWS, lock

EARLY_HELP, CAF = FORMS["early-help", 1], FORMS["caf", 1]


def question(**given: Any) -> Question:
    return Question(**{"key": "words", "label": "What did they say?", "type": Type.TEXT, **given})


def form(*questions: Question, per: Scope = Scope.CHILD, **given: Any) -> Form:
    """A form of a section of some questions, and one each for a child's and an adult's own words."""
    tail = Section("adults", "Adults", Scope.ADULT, (question(), question(key="why_not")))
    voice = Section("voice", "Voice", Scope.CHILD, (question(), question(key="why_not")))
    whole = Form(
        key="tea",
        version=1,
        title="Tea",
        module="tea_1",
        voice=View("voice", "words", "why_not"),
        views=View("adults", "words", "why_not"),
        sections=(Section("first", "First", per, questions or (question(),)), voice, tail),
    )
    return replace(whole, **given)


def test_the_published_forms_are_whole() -> None:
    assert faults(EARLY_HELP) == faults(CAF) == []
    assert [(len(each.sections), sum(len(section.questions) for section in each.sections)) for each in (EARLY_HELP, CAF)] == [
        (13, 57),
        (7, 33),
    ]


def test_the_common_assessment_has_nineteen_elements_in_three_domains() -> None:
    domains = [CAF.section(key) for key in CAF.elements]

    assert [len(domain.questions) for domain in domains if domain] == [12, 3, 4]
    assert not [each for section in CAF.sections for each in section.questions if each.type is Type.SCALE]


def test_every_workflow_keeps_a_published_form() -> None:
    assert {(each.form.key, each.form.version) for each in WORKFLOWS.values()} <= FORMS.keys()


def test_every_area_of_need_can_be_raised_by_each_form() -> None:
    for each in FORMS.values():
        raised = {area for section in each.sections for question in section.questions for area in question.areas}
        assert raised >= AREAS.keys() - {"EARLY_YEARS"}, each.key


@pytest.mark.parametrize("each", FORMS.values(), ids=lambda each: each.module)
def test_no_published_form_has_changed_and_it_imports_its_parts_only(each: Form) -> None:
    folder = LOCK.parent
    assert lock.changes([form.module for form in FORMS.values()], said=lock.read(LOCK), folder=folder) == []

    nodes = ast.walk(ast.parse((folder / f"{each.module}.py").read_bytes()))
    imported = [node.module if isinstance(node, ast.ImportFrom) else "?" for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]
    assert imported == ["service.forms.parts"]


def test_a_form_of_the_tests_is_whole() -> None:
    assert faults(form()) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (form(question(), question()), "first.words: is there twice"),
        (form(question(type=Type.CHOICE)), "first.words: options belong to a choice, and to nothing else"),
        (form(question(options=options(a="A"))), "first.words: options belong to a choice, and to nothing else"),
        (form(question(areas=("COLOUR",))), "first.words: COLOUR is no area of need"),
        (form(question(future=True)), "first.words: only a date can lie ahead"),
        (form(question(required=IfAge(5, 4))), "first.words: required of ages 5 to 4: give ages of children, from 0 to 25"),
        (form(question(required=IfAge(0, 26))), "first.words: required of ages 0 to 26: give ages of children, from 0 to 25"),
        (
            form(question(required=IfAge(0, 5)), per=Scope.ADULT),
            "first.words: required of ages 0 to 5: give ages of children, from 0 to 25",
        ),
        (form(question(required=IfEmpty("other"))), "first.words: required by other, which is no other question of the section"),
        (form(question(required=IfEmpty("words"))), "first.words: required by words, which is no other question of the section"),
        (form(question(required=IfAnswered("how", "no"))), "first.words: required by how, which does not offer no"),
        (form(question(required=UnlessAnswered("how", "no"))), "first.words: required by how, which does not offer no"),
        (form(elements=("tea",)), "elements: there is no section tea"),
        (form(voice=View("adults", "words", "why_not")), "adults: there is no such section that is asked of each child"),
        (form(voice=View("tea", "words", "why_not")), "tea: there is no such section that is asked of each child"),
        (form(views=View("adults", "said", "why_not")), "adults: there is no question said"),
    ],
)
def test_the_checker_finds_what_is_wrong(wrong: Form, said: str) -> None:
    assert said in faults(wrong)


def test_the_checker_finds_sections_that_are_wrong() -> None:
    empty, twice = Section("first", "First", Scope.FAMILY, (), not_for_unborn=True), form().sections
    found = faults(form(sections=(empty, *twice)))

    assert "section first is there twice" in found
    assert "first.questions: there are none" in found
    assert "first.not_for_unborn: it is not asked of children" in found


def test_the_service_does_not_start_with_a_faulty_form() -> None:
    with pytest.raises(ValueError, match=r"tea 1: first\.words: is there twice"):
        refuse_faulty({("tea", 1): form(question(), question(required=Always()))})
