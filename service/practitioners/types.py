"""The contract of practitioners and their appointments."""

from graphene import String

from service.access.actor import Role
from service.agencies.types import Agency
from service.localities.types import Locality
from service.nodes import Node
from service.practitioners.rows import APPOINTMENT, PRACTITIONER
from service.reading import Entity, GlobalId, Many, One
from service.scalars import DateTime
from service.teams.types import Team
from service.words import enumeration

RoleName = enumeration(
    Role,
    WORKER="Works with families in a team.",
    TRIAGE="Looks at requests for help as they come in, in a team that triages.",
    TEAM_MANAGER="Manages a team.",
    SERVICE_MANAGER="Answers for the service in a locality or the whole council.",
    ADMINISTRATOR="Looks after teams, accounts and settings; sees no case.",
)


class Practitioner(Entity, table=PRACTITIONER, record=None, interfaces=[Node]):
    """Somebody who works with families, or looks after the service, and signs in."""

    id = GlobalId("practitioner")
    name = String(required=True, description="Their name.")
    email = String(required=True, description="The address that they sign in with.")
    job_title = String(required=True, description="What they are at their agency.")
    phone = String(description="Where they can be rung at work.")
    ended_at = DateTime(description="When their account ended; null while it is in force.")
    agency = One(Agency, description="The agency that they work for.")
    appointments = Many(lambda: Appointment, order=["started_at", "id"], description="Their roles, those that ended among them, oldest first.")


class Appointment(Entity, table=APPOINTMENT, record=None):
    """A role that somebody has, or had, in a team, a locality or the council."""

    id = GlobalId("appointment")
    role = RoleName(required=True, description="Which role it is.")
    team = One(Team, description="The team in which they have it; null for a role outside teams.")
    locality = One(Locality, description="The locality that they answer for; null for the whole council or a role in a team.")
    started_at = DateTime(required=True, description="Since when they have it.")
    ended_at = DateTime(description="When it ended; null while it is in force.")
