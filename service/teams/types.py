"""The contract of teams."""

from graphene import ID, Boolean, Int, ObjectType, String

from service.agencies.types import Agency
from service.localities.types import Locality
from service.nodes import Node
from service.reading import Connection, Entity, Filter, GlobalId, One, Where, holding
from service.teams.rows import TEAM


class Team(Entity, table=TEAM, record=None, interfaces=[Node]):
    """A team of an agency, which cases are given to."""

    id = GlobalId("team")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="What it is called.")
    triages = Boolean(required=True, description="Whether requests for help of its locality come to this team first.")
    agency = One(Agency, description="The agency that it is part of.")
    locality = One(Locality, description="Where it works; null for the whole council.")


class TeamWhere(Where):
    """Which teams are wanted; everything that is given must hold."""

    text = Filter(String, holding("name"), description="Those whose name holds this, in any case of letters.")
    agency_id = Filter(ID, description="Those of this agency.")
    locality_id = Filter(ID, description="Those that work in this locality alone.")
    triages = Filter(Boolean, description="Those to which requests for help come first, or the others.")


class Queries(ObjectType):
    """What can be asked about teams."""

    teams = Connection(
        Team,
        order=["name", "id"],
        where=Filter(TeamWhere, description="Which of them are wanted."),
        description="The teams of all agencies, by name.",
    )
