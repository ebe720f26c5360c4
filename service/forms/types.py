"""The contract of forms: what a page needs to ask the questions of a version."""

from typing import Any

from graphene import Boolean, Field, Int, List, NonNull, ObjectType, String
from graphql import GraphQLResolveInfo

from service.forms.areas import AREAS
from service.forms.factors import FACTORS, PROTECTIVE
from service.forms.parts import Form, Option, Question, Scope, Type
from service.forms.published import FORMS
from service.words import enumeration

TypeName = enumeration(
    Type,
    "QuestionType",
    TEXT="One line of at most 200 characters.",
    LONG_TEXT="A text of at most 20,000 characters.",
    DATE="A calendar date, not ahead unless the question says so.",
    YES_NO="Yes or no; a page chooses neither beforehand.",
    CHOICE="One of the options.",
    CHOICES="Any of the options.",
    SCALE="A whole number from 0 to 10, the family's own, or why it was not asked.",
    TOPIC="Strengths and needs, or why they were not explored.",
    PEOPLE="Rows of people of the case and its household.",
    AGENCIES="Rows of agencies that help already.",
    FACTORS="Rows of factors of the risk tool.",
    PROTECTIVE_FACTORS="Rows of protective factors of the risk tool.",
    NEED_LINKS="Rows of needs that SEND has identified.",
)
ScopeName = enumeration(
    Scope,
    "SectionScope",
    FAMILY="Once for the whole family.",
    CHILD="For every child whose help goes on.",
    ADULT="For every parent or carer of the household, taking part or not; once, of nobody, where none is recorded.",
)


class NeedAreaNamed(ObjectType):
    """An area of need, as a form names it."""

    key = String(required=True, description="By which the area is known.")
    label = String(required=True, description="What it is called.")
    is_send = Boolean(required=True, description="Whether it is one of the four broad areas of the SEND Code of Practice.")


class QuestionOption(ObjectType):
    """A word that a question offers."""

    key = String(required=True, description="What is sent as the answer.")
    label = String(required=True, description="How it reads.")


class FormQuestion(ObjectType):
    """What a form asks in one place, and how it is answered."""

    key = String(required=True, description="By which an answer names it, within its section.")
    label = String(required=True, description="The question itself.")
    hint = String(required=True, description="What to think of; empty where nothing more need be said.")
    type = TypeName(required=True, description="What kind of answer it takes.")
    options = List(NonNull(QuestionOption), required=True, description="What it offers, or the factors of its rows; else empty.")
    areas = List(NonNull(NeedAreaNamed), required=True, description="The areas of need that an answer can raise.")
    third_party = Boolean(required=True, description="Whether an answer speaks of somebody who may not be the one who consents.")
    future = Boolean(required=True, description="Whether its date may lie ahead.")

    def resolve_options(question: Any, info: GraphQLResolveInfo) -> tuple[Option, ...]:
        return OFFERED.get(question.type) or tuple(question.options)

    def resolve_areas(question: Any, info: GraphQLResolveInfo) -> list[NeedAreaNamed]:
        return areas_named(question)


OFFERED = {Type.FACTORS: FACTORS, Type.PROTECTIVE_FACTORS: PROTECTIVE}


def areas_named(question: Question) -> list[NeedAreaNamed]:
    """Name the areas of need that an answer can raise."""
    return [NeedAreaNamed(key=key, label=AREAS[key].label, is_send=AREAS[key].is_send) for key in question.areas]


class FormSection(ObjectType):
    """Questions that are saved together."""

    key = String(required=True, description="By which the section is saved.")
    title = String(required=True, description="What it is called.")
    per = ScopeName(required=True, description="Of whom it is asked.")
    not_for_unborn = Boolean(required=True, description="Whether it is not asked of an unborn child.")
    questions = List(NonNull(FormQuestion), required=True, description="Its questions, in their order.")


class AssessmentForm(ObjectType):
    """A version of a form. It never changes once it is published."""

    key = String(required=True, description="Which form it is.")
    version = Int(required=True, description="Which version of it, from 1.")
    title = String(required=True, description="What it is called.")
    sections = List(NonNull(FormSection), required=True, description="Its sections, in the order in which they are asked.")


class Queries(ObjectType):
    """What can be asked about forms."""

    assessment_form = Field(
        AssessmentForm,
        key=String(required=True, description="Which form."),
        version=Int(required=True, description="Which version of it."),
        description="A version of a form, with its questions; null where there is none.",
    )

    def resolve_assessment_form(root: object, info: GraphQLResolveInfo, *, key: str, version: int) -> Form | None:
        return FORMS.get((key, version))
