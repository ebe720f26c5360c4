"""The contract of needs."""

from typing import Any

import graphene
from graphene import Boolean, Int, List, NonNull, ObjectType, String
from graphql import GraphQLResolveInfo

from service.journal.types import CaseEvent
from service.needs.areas import AREAS, HEADLINES, About, Area
from service.needs.rows import area_label, happened_to
from service.needs.tables import NEED, NeedSource, NeedStatus
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Connection, Entity, Expr, GlobalId, Many, One, reads
from service.scalars import Date, DateTime
from service.words import enumeration


def said_of(about: About) -> str:
    """Describe an area by what it is called, and the headline outcomes that it is about."""
    return f"{about.label}; of the headline outcomes “{'”, “'.join(HEADLINES[number] for number in about.headlines)}”."


AreaName = enumeration(Area, "NeedArea", **{area.name: said_of(about) for area, about in AREAS.items()})
Source = enumeration(
    NeedSource,
    EARLY_HELP="Found by early help, on a case in its own assessment.",
    CAF="Found on a case in the common assessment framework.",
    SEND_PATHFINDER="Identified by special educational needs and disability. No mutation of early help writes one.",
)
Status = enumeration(
    NeedStatus,
    OPEN="It is there, and something has to be done about it.",
    MET="What was needed is in place.",
    ENDED="It is no longer a need, for the reason that was given.",
)


class HeadlineOutcome(ObjectType):
    """One of the ten headline outcomes of the Supporting Families programme."""

    number = Int(required=True, description="Its number in the programme's list.")
    title = String(required=True, description="What it is called.")


class AreaOfNeed(ObjectType):
    """An area of need, for whoever chooses among them."""

    area = AreaName(required=True, description="The area, as a need spells it.")
    label = String(required=True, description="What it is called.")
    is_send = Boolean(required=True, description="Whether it is one of the four broad areas of special educational need.")
    headline_outcomes = List(
        NonNull(HeadlineOutcome), required=True, description="The headline outcomes that a need of this area is about."
    )


def headlines(area: Any) -> list[HeadlineOutcome]:
    """Return the headline outcomes of an area, the first of them first."""
    return [HeadlineOutcome(number=number, title=HEADLINES[number]) for number in AREAS[Area(area)].headlines]


class Need(Entity, table=NEED, part_of="case", interfaces=[Node]):
    """A need of a child, on the one register that early help has of them."""

    id = GlobalId("need")
    source = Source(required=True, description="Which service identified it; it alone changes it.")
    area = AreaName(required=True, description="In which part of life it is.")
    area_label = Expr(String, area_label, required=True, never_null=True, description="What that area is called.")
    headline_outcomes = List(NonNull(HeadlineOutcome), required=True, description="The headline outcomes that it is about.")
    description = String(required=True, description="What it is, in the child's or the family's words where they gave some.")
    severity = Int(description="How bad it is on the council's own scale from 0 to 10; null when nobody put a number on it.")
    identified_on = Date(required=True, description="The day on which it was found.")
    status = Status(required=True, description="How things stand with it.")
    status_why = String(description="Why it was last given another status; null while it never was.")
    unanswered_why = String(description="Why the plan has no outcome for it; null when it has one, or nobody has said.")
    child = One(Person, via="child_id", description="Whose it is.")
    recorded_by = One(Practitioner, description="Who put it on the register.")
    recorded_at = DateTime(required=True, description="When they did.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    outcomes = Many(
        "service.plans.types.OutcomeOfNeed", order=["outcome_id", "need_id"], few=3, description="The outcomes of the plan for it."
    )
    history = Connection(
        CaseEvent,
        on=happened_to,
        order=["-seq", "-stream_id", "-stream_kind"],
        description="What has happened to it, the latest first.",
    )
    case = One("service.cases.types.Case", description="The case on which it was found.")

    @reads("area")
    def resolve_headline_outcomes(need: Any, info: GraphQLResolveInfo) -> list[HeadlineOutcome]:
        return headlines(need.area)


class Queries(graphene.ObjectType):
    """What can be asked about needs."""

    areas_of_need = List(NonNull(AreaOfNeed), required=True, description="Every area of need, with its headline outcomes.")

    def resolve_areas_of_need(root: object, info: GraphQLResolveInfo) -> list[AreaOfNeed]:
        return [
            AreaOfNeed(area=area, label=about.label, is_send=about.is_send, headline_outcomes=headlines(area))
            for area, about in AREAS.items()
        ]
