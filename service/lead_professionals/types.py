"""The contract of lead professionals."""

from graphene import String

from service.lead_professionals.rows import ended_with_account
from service.lead_professionals.tables import LEAD, LeadKind
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, One
from service.scalars import DateTime
from service.words import enumeration

Kind = enumeration(
    LeadKind,
    ACTING="Holds the baton until a meeting with the family agrees somebody.",
    AGREED="Agreed at a meeting with the family, and accepted by the practitioner.",
)


class LeadProfessional(Entity, table=LEAD, part_of="case"):
    """Somebody's time as lead professional of a case."""

    id = GlobalId("lead")
    kind = Kind(required=True, description="Whether they were agreed or are acting.")
    practitioner = One(Practitioner, description="Who it is.")
    started_at = DateTime(required=True, description="Since when they are.")
    ended_at = Expr(DateTime, ended_with_account, description="When it ended, with their account at the latest; null while it lasts.")
    handover = String(description="What the next one was told.")
