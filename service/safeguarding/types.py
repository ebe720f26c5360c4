"""The contract of safeguarding checks."""

from graphene import Int, String

from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.safeguarding.rows import ADD  # noqa: F401  (registers the predicate)
from service.safeguarding.tables import CHECK, AtRisk
from service.scalars import Date, DateTime
from service.words import enumeration

AtRiskName = enumeration(
    AtRisk,
    YES="A child would be at risk: social care has to be told.",
    NO="No child would be at risk.",
    NOT_KNOWN="It is not known; what is done says how it will be.",
)


class SafeguardingCheck(Entity, table=CHECK, part_of="case", interfaces=[Node]):
    """Whether a child would be at risk without this help, and what is done about it, before help ends or pauses."""

    id = GlobalId("check")
    at_risk = AtRiskName(required=True, description="Whether a child would be at risk.")
    risk = String(required=True, description="What the risk would be, or why there is none.")
    done = String(required=True, description="What is done about it.")
    checked_on = Date(required=True, description="The day on which it was considered.")
    counts_until = DateTime(required=True, description="Until when it counts: five working days after its day.")
    checked_by = One(Practitioner, description="Who considered it.")
    recorded_at = DateTime(required=True, description="When it was recorded.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
