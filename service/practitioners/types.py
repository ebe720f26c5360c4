"""The contract of practitioners and their appointments."""

from typing import Any

from graphene import ID, Boolean, Int, ObjectType, String
from sqlalchemy import exists, select

from service.access.actor import Role
from service.agencies.types import Agency
from service.localities.types import Locality
from service.nodes import Node
from service.practitioners.rows import APPOINTMENT, PRACTITIONER
from service.reading import Connection, Entity, Filter, GlobalId, Many, One, Where, holding
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
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="Their name.")
    email = String(required=True, description="The address that they sign in with.")
    job_title = String(required=True, description="What they are at their agency.")
    phone = String(description="Where they can be rung at work.")
    ended_at = DateTime(description="When their account ended; null while it is in force.")
    agency = One(Agency, description="The agency that they work for.")
    appointments = Many(
        lambda: Appointment, order=["started_at", "id"], description="Their roles, those that ended among them, oldest first."
    )


class Appointment(Entity, table=APPOINTMENT, record=None):
    """A role that somebody has, or had, in a team, a locality or the council."""

    id = GlobalId("appointment")
    practitioner = One(Practitioner, description="Who has it, or had.")
    role = RoleName(required=True, description="Which role it is.")
    team = One(Team, description="The team in which they have it; null for a role outside teams.")
    locality = One(Locality, description="The locality that they answer for; null for the whole council or a role in a team.")
    started_at = DateTime(required=True, description="Since when they have it.")
    ended_at = DateTime(description="When it ended; null while it is in force.")


def holds(person: Any, column: str, given: Any) -> Any:
    """Tell whether one of somebody's appointments in force is to a role or in a team."""
    held = APPOINTMENT.alias()
    theirs = select(held.c.id).where(held.c.practitioner_id == person.c.id, held.c.ended_at.is_(None), held.c[column] == given)
    return exists(theirs.correlate_except(held))


class PractitionerWhere(Where):
    """Which practitioners are wanted; everything that is given must hold."""

    text = Filter(
        String,
        holding("name", "email", "job_title"),
        description="Those whose name, address or job title holds this, in any case of letters.",
    )
    agency_id = Filter(ID, description="Those of this agency.")
    team_id = Filter(
        ID,
        lambda person, given: holds(person, "team_id", given),
        prefix="team",
        description="Those who have a role in this team, whichever it is.",
    )
    role = Filter(RoleName, lambda person, given: holds(person, "role", given), description="Those who have this role, wherever it is.")
    is_active = Filter(
        Boolean,
        lambda person, given: person.c.ended_at.is_(None) == given,
        description="Those whose account is in force, or those whose account ended.",
    )


class Queries(ObjectType):
    """What can be asked about practitioners."""

    practitioners = Connection(
        Practitioner,
        order=["name", "id"],
        where=Filter(PractitionerWhere, description="Which of them are wanted."),
        description="Those who sign in, of the council and of its partners, by name; those whose account ended among them.",
    )
