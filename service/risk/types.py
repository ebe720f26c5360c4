"""The contract of the risk tool."""

from enum import StrEnum
from typing import Any

from graphene import Boolean, Field, Int, List, NonNull, ObjectType, String
from graphql import GraphQLResolveInfo

from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, GlobalId, Many, One
from service.risk import rules
from service.risk.rows import of_visible_risk  # noqa: F401  (registers the predicates)
from service.risk.tables import FACTOR, PROTECTIVE_FACTOR, RISK, Presence, Strength
from service.scalars import DateTime
from service.words import enumeration


def named(name: str, labels: dict[str, str], about: str) -> Any:
    """Make an enumeration of the tool's factors, each described by what it is."""
    words = StrEnum(name, {key.upper(): key for key in labels})  # type: ignore[misc]
    words.__doc__ = about
    return enumeration(words, name, **{key.upper(): f"{said}." for key, said in labels.items()})


CODED = {key: f"{each.label}; in the national list {', '.join(each.codes)}" for key, each in rules.FACTORS.items()}
PROTECTS = {key: f"What protects a child: {label[0].lower()}{label[1:]}" for key, label in rules.PROTECTIVE.items()}
ANSWERED = {name: f"The answer to “{question}”." for name, question in rules.QUESTIONS.items()}

FactorName = named("RiskFactorName", CODED, "A factor of the risk tool.")
ProtectiveName = named("ProtectiveFactorName", PROTECTS, "A protective factor of the risk tool.")
PresenceName = enumeration(
    Presence,
    PRESENT="It is there.",
    SUSPECTED="Somebody suspects it.",
    NOT_PRESENT="It is not there.",
    NOT_KNOWN="Nobody knows yet; the analysis says who could tell.",
)
StrengthName = enumeration(
    Strength,
    STRONG="It protects, and lasts.",
    SOME="It protects in part.",
    NONE="It is not there.",
    NOT_KNOWN="Nobody knows yet; the analysis says who could tell.",
)


class RiskFactor(Entity, table=FACTOR, part_of=PARENT):
    """What is known of one factor."""

    factor = FactorName(required=True, description="Which factor it is.")
    presence = PresenceName(required=True, description="Whether it is there.")
    known = String(description="What is known, and from whom.")


class ProtectiveFactor(Entity, table=PROTECTIVE_FACTOR, part_of=PARENT):
    """What is known of one protective factor."""

    factor = ProtectiveName(required=True, description="Which factor it is.")
    strength = StrengthName(required=True, description="How strong it is.")
    known = String(description="What is known, and from whom.")


class RiskAssessment(Entity, table=RISK, part_of="case", interfaces=[Node]):
    """One use of the risk tool about some children: the same things thought of, a judgement in words, and no score."""

    id = GlobalId("risk")
    tool_version = Int(required=True, description="Which edition of the risk tool was used.")
    children = Many(Person, on=lambda risk, person: person.c.id == risk.c.child_ids.any_(), few=5, description="Whom it is about.")
    factors = Many(RiskFactor, order=["factor", "risk_assessment_id"], description="What is known of each factor.")
    protective_factors = Many(
        ProtectiveFactor, order=["factor", "risk_assessment_id"], few=8, description="What is known of each protective factor."
    )
    harm = String(required=True, description=ANSWERED["harm"])
    vulnerability = String(required=True, description=ANSWERED["vulnerability"])
    protection = String(required=True, description=ANSWERED["protection"])
    child_says = String(required=True, description=ANSWERED["child_says"])
    not_known = String(description=ANSWERED["not_known"])
    outlook = String(required=True, description=ANSWERED["outlook"])
    decided_by = One(Practitioner, description="Who judged.")
    decided_at = DateTime(required=True, description="When it was written down.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")


class ToolFactor(ObjectType):
    """A factor that the tool asks about."""

    key = String(required=True, description="The factor, as `RiskFactorName` or `ProtectiveFactorName` spells it.")
    label = String(required=True, description="What a person reads.")
    codes = List(NonNull(String), required=True, description="The national factor codes that a step-up can carry.")
    reminds = Boolean(required=True, description="Whether to show how social care is told, where it is present or suspected.")


class RiskTool(ObjectType):
    """The risk tool in force, for whoever fills it in."""

    version = Int(required=True, description="Which edition it is, from 1.")
    factors = List(NonNull(ToolFactor), required=True, description="Its factors of risk, in its order.")
    protective_factors = List(NonNull(ToolFactor), required=True, description="Its protective factors, in its order.")


class Queries(ObjectType):
    """What can be asked about the risk tool."""

    risk_tool = Field(RiskTool, required=True, description="The risk tool in force.")

    def resolve_risk_tool(root: object, info: GraphQLResolveInfo) -> RiskTool:
        factors = [
            ToolFactor(key=key.upper(), label=each.label, codes=each.codes, reminds=each.reminds) for key, each in rules.FACTORS.items()
        ]
        protective = [ToolFactor(key=key.upper(), label=label, codes=(), reminds=False) for key, label in rules.PROTECTIVE.items()]
        return RiskTool(version=rules.VERSION, factors=factors, protective_factors=protective)
