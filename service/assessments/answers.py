"""The contract of answers: what a section of an assessment holds, question by question."""

from collections.abc import Mapping
from typing import Any

from graphene import ID, Boolean, Int, List, NonNull, ObjectType, String

from service.forms.factors import Presence, Strength
from service.forms.parts import Form, Section
from service.forms.types import TypeName
from service.scalars import Date
from service.words import enumeration

PresenceName = enumeration(
    Presence,
    "FactorPresence",
    PRESENT="It is there.",
    SUSPECTED="Somebody thinks that it is there.",
    NOT_PRESENT="It was looked for and is not there.",
    NOT_KNOWN="Nobody knows yet.",
)
StrengthName = enumeration(
    Strength,
    "FactorStrength",
    STRONG="It protects the child well, and is likely to last.",
    SOME="It protects the child in part, or for now.",
    NONE="It is not there.",
    NOT_KNOWN="Nobody knows yet.",
)


class AnsweredPerson(ObjectType):
    """Somebody whom an answer names."""

    person_id = ID(required=True, description="The id of somebody of the case or its household.")
    role = String(description="What they are to the children, or did.")
    took_part = Boolean(description="Whether they took part.")


class AnsweredAgency(ObjectType):
    """An agency that helps already."""

    agency = String(required=True, description="What the agency is called.")
    practitioner = String(description="Who helps there.")
    contact = String(description="How to reach them.")
    since = Date(description="Since when they help.")


class AnsweredFactor(ObjectType):
    """What is known of a factor of the risk tool."""

    factor = String(required=True, description="The factor, by its key.")
    presence = PresenceName(required=True, description="Whether it is there.")
    known = String(description="What is known, and from whom.")


class AnsweredProtectiveFactor(ObjectType):
    """What is known of a protective factor."""

    factor = String(required=True, description="The protective factor, by its key.")
    strength = StrengthName(required=True, description="How strong it is.")
    known = String(description="What is known, and from whom.")


class AnsweredNeed(ObjectType):
    """A need that SEND has identified, as this assessment sees it."""

    need_id = ID(required=True, description="The need that the answer stands for, by its id.")
    version = Int(required=True, description="The version of the need that was seen.")
    own_view = String(description="What early help makes of it.")
    brought_in = Boolean(required=True, description="Whether it matters here.")


class AssessmentAnswer(ObjectType):
    """An answer to one question; which of its fields are filled depends on the question's type."""

    question = String(required=True, description="The key of the question.")
    label = String(required=True, description="The question as the form asks it.")
    type = TypeName(required=True, description="What kind of answer it is.")
    text = String(description="Of a text: what it says.")
    date = Date(description="Of a date: the day.")
    yes = Boolean(description="Of a yes or no: whether yes.")
    choice = String(description="Of a choice: the option, by its key.")
    choices = List(NonNull(String), description="Of choices: the options, by their keys.")
    scale = Int(description="Of a scale: the number, from 0 to 10.")
    not_asked = String(description="Of a scale: why it was not asked.")
    strengths = String(description="Of a topic: what goes well.")
    needs = String(description="Of a topic: what is needed.")
    not_explored = String(description="Of a topic: why it was not explored.")
    people = List(NonNull(AnsweredPerson), description="Of people: who, one a row.")
    agencies = List(NonNull(AnsweredAgency), description="Of agencies: which, one a row.")
    factors = List(NonNull(AnsweredFactor), description="Of factors: what is known of each.")
    protective_factors = List(NonNull(AnsweredProtectiveFactor), description="Of protective factors: what is known of each.")
    need_links = List(NonNull(AnsweredNeed), description="Of links: the needs, one a row.")


ROWS: Mapping[str, Any] = {
    "people": lambda row: AnsweredPerson(**{**row, "person_id": f"person_{row['person_id']}"}),
    "agencies": lambda row: AnsweredAgency(**{**row, "since": date_of(row.get("since"))}),
    "factors": lambda row: AnsweredFactor(**row),
    "protective_factors": lambda row: AnsweredProtectiveFactor(**row),
    "need_links": lambda row: AnsweredNeed(**{**row, "need_id": f"need_{row['need_id']}"}),
}
DATES = ("date",)


def date_of(said: str | None) -> Any:
    """Read a date that was kept as text."""
    return said and Date.parse_value(said)


def shown(form: Form, section: str, answers: Mapping[str, Mapping[str, Any]]) -> list[AssessmentAnswer]:
    """Show the answers of a section, in the order in which the form asks."""
    found = form.section(section)
    return [] if found is None else [*in_order(found, answers)]


def in_order(section: Section, answers: Mapping[str, Mapping[str, Any]]) -> list[AssessmentAnswer]:
    """Show the answers to the questions of a section."""
    return [
        AssessmentAnswer(question=question.key, label=question.label, type=question.type, **fields(answers[question.key]))
        for question in section.questions
        if question.key in answers
    ]


def fields(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an answer as the contract spells them."""
    return {name: field(name, value) for name, value in answer.items()}


def field(name: str, value: Any) -> Any:
    """Return one field of an answer as the contract spells it."""
    if name in ROWS:
        return [ROWS[name](row) for row in value]
    return date_of(value) if name in DATES else value
