"""The contract of the team around the family."""

from graphene import String

from service.practitioners.types import Practitioner
from service.reading import Entity, GlobalId, One
from service.scalars import DateTime
from service.team_around_family.rows import account_of  # noqa: F401  (registers the predicate)
from service.team_around_family.tables import TEAM_MEMBER


class TeamMember(Entity, table=TEAM_MEMBER, part_of="case"):
    """A practitioner's time on the team around a family."""

    id = GlobalId("taf")
    practitioner = One(Practitioner, description="Who it is.")
    part = String(required=True, description="What they do for the family.")
    joined_at = DateTime(required=True, description="Since when they are on the team.")
    left_at = DateTime(description="When they left it; null while they are on it.")
