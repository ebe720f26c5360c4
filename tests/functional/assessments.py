"""Assessments for tests: found by their case, written section by section."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.forms.asking import Family as Asked
from service.forms.asking import asked
from service.forms.parts import Form, Question, Section, Subject, Type
from service.forms.published import FORMS
from service.people.rules import age_on
from tests.functional.api import Api
from tests.functional.casework import Casework

SECTION = "assessmentSection { id revision section answers { question text choice choices needs scale } }"
ABOUT = [{"question": "reason", "text": "Often late, and tired."}]
VOICE = [{"question": "how", "choices": ["talked"]}, {"question": "words", "text": "I like my new school."}]
TODAY = dt.date.today()
SOMETHING: Mapping[Type, dict[str, Any]] = {
    Type.TEXT: {"text": "She was away."},
    Type.LONG_TEXT: {"text": "They manage, and are tired."},
    Type.DATE: {"date": TODAY.isoformat()},
    Type.YES_NO: {"yes": False},
    Type.SCALE: {"scale": 5},
    Type.TOPIC: {"strengths": "It goes well."},
    Type.AGENCIES: {"agencies": [{"agency": "Larkfield Primary"}]},
    Type.FACTORS: {"factors": [{"factor": "neglect", "presence": "NOT_PRESENT"}]},
    Type.PROTECTIVE_FACTORS: {"protectiveFactors": [{"factor": "school", "strength": "SOME"}]},
}
"""What can be answered to a question of each type, but for those whose answers the question or the family names."""


def assessment_of(api: Api, family: Casework, number: int = 1) -> str:
    """Return the id of a round of the family's case."""
    asked = "SELECT 'assessment_' || id AS id FROM assessment WHERE 'case_' || case_id = $1 AND number = $2"
    [row] = api.sql(asked, family.case, number)
    return str(row["id"])


def saving(api: Api, family: Casework, **given: Any) -> dict[str, Any]:
    """Return the input that saves the first section for the first time, or another as it is given."""
    first = {"section": "about", "expectedRevision": 0, "answers": ABOUT}
    return {"assessmentId": assessment_of(api, family), **first, **given}


def save(api: Api, family: Casework, who: str = "worker", **given: Any) -> dict[str, Any]:
    """Save a section as somebody; return it."""
    return api.do(who, "saveSection", SECTION, **saving(api, family, **given))


# -- a whole assessment -------------------------------------------------------------------------------------------


def last_of(family: Casework) -> Any:
    """Return the last round of the family's case: its id and its form."""
    found = (
        "SELECT 'assessment_' || id AS id, form, form_version FROM assessment WHERE 'case_' || case_id = $1 ORDER BY number DESC LIMIT 1"
    )
    [row] = family.api.sql(found, family.case)
    return row


def family_asked(family: Casework) -> Asked:
    """Return of whom the form asks: the children whose help goes on, and the parents of the household."""
    children = "SELECT p.* FROM person p JOIN case_child c ON c.person_id = p.id WHERE 'case_' || c.case_id = $1 AND c.ended_at IS NULL"
    parents = "SELECT p.* FROM person p JOIN household_member m ON m.person_id = p.id WHERE 'household_' || m.household_id = $1"
    parents += " AND m.role = 'parent_or_carer' AND m.left_at IS NULL"
    adults = family.api.sql(parents, family.household)
    return Asked(tuple(map(subject, family.api.sql(children, family.case))), tuple(map(subject, adults)))


def subject(person: Any) -> Subject:
    """Return a person as a form asks of them."""
    age = age_on(person["birth_date"], TODAY) if person["birth_date"] else None
    return Subject(person["id"], person["given_name"], age, person["kind"] == "unborn_child")


def write_all(family: Casework, *, but: str = "", only: str = "", who: str = "worker") -> None:
    """Answer every required question of the last round: but for those of one section, or only those."""
    assessment = last_of(family)
    form: Form = FORMS[assessment["form"], assessment["form_version"]]
    saved = revisions(family, assessment["id"])
    for section, person in asked(form, family_asked(family)):
        about = person.id if person else None
        answers = answers_to(family, section, person)
        if answers and section.key != but and only in ("", section.key):
            given = {"section": section.key, "subjectId": about and f"person_{about}", "answers": answers}
            read = saved.get((section.key, about), 0)
            family.api.do(who, "saveSection", SECTION, assessmentId=assessment["id"], expectedRevision=read, **given)


def revisions(family: Casework, assessment: str) -> dict[tuple[str, UUID | None], int]:
    """Return how often each section was saved, about whom."""
    found = "SELECT section, subject_id, revision FROM assessment_section WHERE 'assessment_' || assessment_id = $1"
    return {(row["section"], row["subject_id"]): row["revision"] for row in family.api.sql(found, assessment)}


def answers_to(family: Casework, section: Section, person: Subject | None) -> list[dict[str, Any]]:
    """Answer the questions of a section that are required beside the answers before them."""
    found: dict[str, dict[str, Any]] = {}
    for question in section.questions:
        if question.required.holds(found, person):
            found[question.key] = something(family, question)
    return [{"question": key, **answer} for key, answer in found.items()]


def something(family: Casework, question: Question) -> dict[str, Any]:
    """Answer a question."""
    if question.type is Type.PEOPLE:
        return {"people": [{"personId": family.mother, "role": "Mother", "tookPart": True}]}
    if question.type is Type.CHOICE:
        return {"choice": question.options[0].key}
    if question.type is Type.CHOICES:
        return {"choices": [question.options[0].key]}
    return SOMETHING[question.type]


def share(family: Casework) -> None:
    """Record that the family learnt the conclusions of the last round."""
    given = {"sharedOn": TODAY.isoformat(), "how": "TOGETHER"}
    family.api.do("worker", "shareConclusions", "conclusions { id }", assessmentId=last_of(family)["id"], **given)
