"""The contract of teams."""

from graphene import Boolean, String

from service.agencies.types import Agency
from service.localities.types import Locality
from service.nodes import Node
from service.reading import Entity, GlobalId, One
from service.teams.rows import TEAM


class Team(Entity, table=TEAM, record=None, interfaces=[Node]):
    """A team of an agency, which cases are given to."""

    id = GlobalId("team")
    name = String(required=True, description="What it is called.")
    triages = Boolean(required=True, description="Whether requests for help of its locality come to this team first.")
    agency = One(Agency, description="The agency that it is part of.")
    locality = One(Locality, description="Where it works; null for the whole council.")
