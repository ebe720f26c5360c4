"""The contract of concerns and of social care's decisions."""

from graphene import Boolean, Int, String
from sqlalchemy import func

from service.concerns.facts import is_open
from service.concerns.rows import decided  # noqa: F401  (registers the predicates)
from service.concerns.tables import CHASER, CONCERN, SOCIAL_CARE, Route, Urgency
from service.nodes import Node
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, Many, One, Opening
from service.scalars import Date, DateTime
from service.words import enumeration

UrgencyName = enumeration(
    Urgency,
    NOW="A child is in immediate danger: ring first, then write.",
    TODAY="Within the working day.",
    SOON="Within the time that the council allows for a referral.",
)
RouteName = enumeration(
    Route,
    CHILD_IN_NEED="As a child in need (section 17).",
    CHILD_PROTECTION="Under child protection (section 47).",
    LOOKED_AFTER="As a looked-after child.",
)


class ConcernChaser(Entity, table=CHASER, part_of="case", interfaces=[Node]):
    """A reminder to social care that a concern waits for its decision."""

    id = GlobalId("concernchaser")
    to_whom = String(required=True, description="Who was reminded, by name and role.")
    note = String(description="What they said.")
    sent_by = One(Practitioner, description="Who reminded them.")
    sent_at = DateTime(required=True, description="When it was sent.")
    entered_wrongly = String(description="Why it should never have been entered; null for one that counts.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")


class Concern(Entity, table=CONCERN, part_of="case", interfaces=[Node]):
    """A concern that children's social care was told of."""

    id = GlobalId("concern")
    urgency = UrgencyName(required=True, description="How soon social care had to look at it.")
    concern = Expr(
        String, lambda row: row.c.worry, required=True, never_null=True, description="What somebody is worried about, and why then."
    )
    told_family_or_why_not = String(required=True, description="What the family was told, or why they were not.")
    children = Many(Person, on=lambda concern, person: person.c.id == func.any(concern.c.child_ids), few=5, description="Whom it is about.")
    sent_by = One(Practitioner, description="Who told social care.")
    sent_at = DateTime(required=True, description="When social care was told.")
    is_open = Expr(
        Boolean,
        Opening(is_open, SOCIAL_CARE),
        required=True,
        never_null=True,
        description="Whether social care has still to decide about one of its children.",
    )
    entered_wrongly = String(description="Why it should never have been entered; null for a concern that stands.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    chasers = Many(ConcernChaser, order=["sent_at", "id"], few=3, description="The reminders that were sent, the oldest first.")


class SocialCareDecision(Entity, table=SOCIAL_CARE, part_of="case", interfaces=[Node]):
    """What social care decided about some children of a case."""

    id = GlobalId("socialcare")
    taken = Boolean(required=True, description="Whether social care takes the children.")
    no_answer = Boolean(required=True, description="Whether it stands for an answer that never came, after two chasers.")
    children = Many(Person, on=lambda said, person: person.c.id == func.any(said.c.child_ids), few=5, description="Whom it is about.")
    route = RouteName(description="As what they are taken; null when they are not.")
    decided_by = String(required=True, description="Who decided, by name and role.")
    decided_on = Date(required=True, description="The day of the decision.")
    why = String(description="Why they are not taken.")
    advice = String(description="Social care's advice.")
    disagreement = String(description="What early help disagrees with.")
    reference = String(description="Social care's own number.")
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When it was recorded.")
    entered_wrongly = String(description="Why it should never have been entered; null for a decision that stands.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
