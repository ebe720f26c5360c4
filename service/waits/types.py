"""The contract of waits."""

from enum import StrEnum, auto

from graphene import Boolean, String

from service.reading import Entity, Expr
from service.scalars import DateTime
from service.waits.rows import is_late, on, title
from service.waits.tables import WAIT, WaitKind
from service.words import enumeration


class Turn(StrEnum):
    """On whom a wait is."""

    US = auto()
    PARTNER = auto()
    MANAGER = auto()


WaitName = enumeration(
    WaitKind,
    INVOLVEMENT_ANSWER="An agency was asked what it knows.",
    SOCIAL_CARE_DECISION="Social care decides on a concern.",
    SOCIAL_CARE_HANDOVER="The family came from social care, whose case is still open.",
    RECEIVING_COUNCIL="Another council was asked to take the family.",
    CLOSURE_AGREEMENT="Closure was proposed, and a manager is to agree.",
    THRESHOLD_APPROVAL="A second person is to approve a threshold decision.",
    REFERRER_TO_BE_TOLD="The person who asked for help is to be told.",
    LEAD_TO_BE_AGREED="There is no lead professional.",
)
TurnName = enumeration(
    Turn,
    "WaitTurn",
    US="The service's own work.",
    PARTNER="Another agency's.",
    MANAGER="A manager's.",
)


class Wait(Entity, table=WAIT, part_of="case"):
    """What a case waits for inside its state, with a clock of its own. It is no state: the case can go on meanwhile."""

    kind = WaitName(required=True, description="What it waits for.")
    title = Expr(String, title, required=True, never_null=True, description="What people call it.")
    on = Expr(TurnName, on, required=True, never_null=True, description="Whose turn it is.")
    started_at = DateTime(required=True, description="Since when it waits.")
    due_at = DateTime(required=True, description="By when it should have ended.")
    is_late = Expr(Boolean, is_late, required=True, never_null=True, description="Whether it is past that instant.")
