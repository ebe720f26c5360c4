"""The contract of visits: the stays of a case in the states of its workflow."""

from graphene import String

from service.agencies.types import Agency
from service.cases.tables import CASE
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, One, Opening
from service.scalars import DateTime
from service.teams.types import Team
from service.visits.rows import stay_title
from service.visits.tables import VISIT


class Visit(Entity, table=VISIT, part_of="case"):
    """One stay of a case in one state, with who had the case when it began."""

    id = GlobalId("visit")
    state = String(required=True, description="The key of the state, as the workflow's table spells it.")
    state_title = Expr(String, Opening(stay_title, CASE), required=True, never_null=True, description="What the state is called.")
    entered_by = String(required=True, description="The trigger with which the stay began.")
    entered_at = DateTime(required=True, description="When it began.")
    due_at = DateTime(description="By when the case should have left the state; null for a final state.")
    left_by = String(description="The trigger with which it ended; null while it lasts.")
    left_at = DateTime(description="When it ended; null while it lasts.")
    voided_at = DateTime(
        description="When the end of the case was found to be a mistake: this final stay does not count. Null for any other."
    )
    worker = One(Practitioner, description="To whom the case was allocated when it began.")
    team = One(Team, description="The team that had the case when it began.")
    agency = One(Agency, description="The agency of that team.")
