"""The contract of warning markers."""

from graphene import Boolean, Int, String

from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.markers.rows import in_force, review_is_due
from service.markers.tables import MARKER, MarkerKind
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, One
from service.scalars import Date, DateTime
from service.words import enumeration

KindName = enumeration(
    MarkerKind,
    VISIT_IN_PAIRS="Do not visit alone.",
    MEET_ELSEWHERE="Do not visit at home: meet somewhere else.",
    CHECK_IN="Tell somebody before and after the visit.",
    ANIMAL="There is an animal, such as a dog: ask that it be kept apart.",
    PREMISES="The place itself is dangerous, or hard to get into.",
    OTHER="Something else, which the reason says.",
)


class Marker(Entity, table=MARKER, part_of="case", interfaces=[Node]):
    """A warning for whoever visits a family. It has a reason, a source and a day of review, and is no label for life."""

    id = GlobalId("marker")
    kind = KindName(required=True, description="What whoever visits has to do, or to know.")
    reason = String(required=True, description="What is known, and what it means for a visit.")
    source = String(required=True, description="From whom it is known.")
    known_on = Date(required=True, description="Since when it is known.")
    person = One(Person, description="Whom it is about; null when it is about the home, or about nobody in particular.")
    family_told = Boolean(required=True, description="Whether the family knows of the marker.")
    why_not_told = String(description="Why the family was not told; null when they were.")
    review_on = Date(required=True, description="The day by which somebody looks at it again.")
    is_review_due = Expr(
        Boolean, review_is_due, required=True, never_null=True, description="Whether that day has come. The marker still stands."
    )
    is_in_force = Expr(Boolean, in_force, required=True, never_null=True, description="Whether it stands: not ended, and not wrong.")
    set_by = One(Practitioner, via="set_by", description="Who set it.")
    set_at = DateTime(required=True, description="When it was set.")
    reviewed_by = One(Practitioner, via="reviewed_by", description="Who looked at it again last.")
    reviewed_at = DateTime(description="When they did; null while nobody has.")
    finding = String(description="Why it was left to stand then.")
    ended_by = One(Practitioner, via="ended_by", description="Who ended it.")
    ended_at = DateTime(description="When it ended; null while it stands.")
    end_reason = String(description="Why it ended.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended or reviewed.")
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("marker")
    case = One("service.cases.types.Case", description="The case on which it warns.")
