"""What people write into the sections of an assessment: an answer to everything that is required."""

from typing import Any
from uuid import UUID

from service.forms.parts import Question, Subject, Type
from service.forms.published import FORMS
from tests.functional.assessments import SOMETHING
from tests.model.days import age
from tests.model.records import Case, Relative

FORM_OF = {"EARLY_HELP": ("early-help", 1), "COMMON_ASSESSMENT": ("caf", 1)}


def answers(case: Case, key: str, about: Relative | None) -> list[dict[str, Any]]:
    """Answer the questions of a section that are required beside the answers before them."""
    section = FORMS[FORM_OF[case.framework]].section(key)
    assert section
    subject = Subject(UUID(about.id.removeprefix("person_")), about.name, age(about.born, case.opened)) if about else None
    found: dict[str, dict[str, Any]] = {}
    for question in section.questions:
        if question.required.holds(found, subject):
            found[question.key] = answer(case, question)
    return [{"question": each, **said} for each, said in found.items()]


def answer(case: Case, question: Question) -> dict[str, Any]:
    """Answer a question."""
    last = question.options[-1].key if question.options else ""
    first = question.options[0].key if question.options else ""
    known: dict[Type, dict[str, Any]] = {
        Type.PEOPLE: {"people": [{"personId": next(iter(case.family)), "role": "Mother", "tookPart": True}]},
        Type.CHOICE: {"choice": last},
        Type.CHOICES: {"choices": [first]},
    }
    return known.get(question.type) or SOMETHING[question.type]
