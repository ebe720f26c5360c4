"""What is wrong with a form, said before anybody is asked by it. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator

from service.forms.areas import AREAS
from service.forms.parts import Form, IfAge, IfAnswered, IfEmpty, Question, Scope, Section, Type, UnlessAnswered, View

OFFERING = (Type.CHOICE, Type.CHOICES)
OLDEST = 25


def faults(form: Form) -> list[str]:
    """Say everything that is wrong with a form."""
    found = [f"section {key} is there twice" for key in twice(section.key for section in form.sections)]
    found += [f"{section.key}.{said}" for section in form.sections for said in faults_of_section(section)]
    found += [*faults_of_view(form, form.voice, Scope.CHILD), *faults_of_view(form, form.views, Scope.ADULT)]
    return found + [f"elements: there is no section {key}" for key in form.elements if form.section(key) is None]


def twice(keys: Iterable[str]) -> list[str]:
    """Return the keys that are there more than once."""
    return [key for key, times in Counter(keys).items() if times > 1]


def faults_of_section(section: Section) -> Iterator[str]:
    """Say what is wrong with a section and its questions."""
    yield from (f"{key}: is there twice" for key in twice(each.key for each in section.questions))
    if not section.questions:
        yield "questions: there are none"
    if section.not_for_unborn and section.per is not Scope.CHILD:
        yield "not_for_unborn: it is not asked of children"
    for question in section.questions:
        yield from (f"{question.key}: {said}" for said in faults_of_question(section, question))


def faults_of_question(section: Section, question: Question) -> Iterator[str]:
    """Say what is wrong with a question."""
    if (question.type in OFFERING) != bool(question.options):
        yield "options belong to a choice, and to nothing else"
    yield from (f"option {key} is there twice" for key in twice(each.key for each in question.options))
    yield from (f"{key} is no area of need" for key in question.areas if key not in AREAS)
    if question.future and question.type is not Type.DATE:
        yield "only a date can lie ahead"
    yield from faults_of_requirement(section, question)


def faults_of_requirement(section: Section, question: Question) -> Iterator[str]:
    """Say why it could never be known whether an answer is required."""
    match question.required:
        case IfAge(first, last) if section.per is not Scope.CHILD or not 0 <= first <= last <= OLDEST:
            yield f"required of ages {first} to {last}: give ages of children, from 0 to {OLDEST}"
        case IfEmpty(other) if section.question(other) is None or other == question.key:
            yield f"required by {other}, which is no other question of the section"
        case IfAnswered(other, value) | UnlessAnswered(other, value) if not offers(section, other, value):
            yield f"required by {other}, which does not offer {value}"


def offers(section: Section, key: str, value: str) -> bool:
    """Tell whether a question of a section offers a word."""
    question = section.question(key)
    return question is not None and value in {each.key for each in question.options}


def faults_of_view(form: Form, view: View, scope: Scope) -> Iterator[str]:
    """Say why somebody's own words could not be found in a form."""
    section = form.section(view.section)
    if section is None or section.per is not scope:
        yield f"{view.section}: there is no such section that is asked of each {scope}"
        return
    yield from (f"{section.key}: there is no question {key}" for key in (view.words, view.why_not) if section.question(key) is None)
