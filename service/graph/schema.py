"""The schema, put together from every noun's part of the contract."""

import graphene
from graphql import GraphQLResolveInfo

from service.access.types import Viewer
from service.access.visible import VISIBLE
from service.agencies import mutations as agencies
from service.agencies.types import Queries as AgencyQueries
from service.agreements import mutations as agreements
from service.cases import mutations as cases
from service.cases.types import Queries as CaseQueries
from service.changing import Change
from service.configuration import mutations as configuration
from service.configuration.types import Queries as ConfigurationQueries
from service.council import mutations as council
from service.council.types import Queries as CouncilQueries
from service.households import mutations as households
from service.lead_professionals import mutations as lead_professionals
from service.localities import mutations as localities
from service.localities.types import Queries as LocalityQueries
from service.nodes import Node
from service.notes import mutations as notes
from service.people import mutations as people
from service.practitioners import mutations as practitioners
from service.practitioners.types import Queries as PractitionerQueries
from service.reading import NodeField, Reader
from service.requests import mutations as requests
from service.team_around_family import mutations as team_around_family
from service.teams import mutations as teams
from service.teams.types import Queries as TeamQueries


class Query(CouncilQueries, LocalityQueries, AgencyQueries, TeamQueries, PractitionerQueries, CaseQueries, ConfigurationQueries):
    """Everything that can be asked. What can grow long comes in pages; nothing is there that you may not see."""

    node = NodeField(Node, description="Any record, by its id; null where there is none that you may see.")
    viewer = graphene.Field(Viewer, required=True, description="Who you are.")

    def resolve_viewer(root: object, info: GraphQLResolveInfo) -> Viewer:
        return Viewer.of(info.context.actor)


MUTATIONS: tuple[type[Change], ...] = (
    *council.MUTATIONS,
    *localities.MUTATIONS,
    *agencies.MUTATIONS,
    *teams.MUTATIONS,
    *practitioners.MUTATIONS,
    *people.MUTATIONS,
    *households.MUTATIONS,
    *requests.MUTATIONS,
    *agreements.MUTATIONS,
    *cases.MUTATIONS,
    *notes.MUTATIONS,
    *lead_professionals.MUTATIONS,
    *team_around_family.MUTATIONS,
    *configuration.MUTATIONS,
)
"""Every change: of the council's structure first, then in the order in which a family's case comes to it."""

Mutation = type(
    "Mutation",
    (graphene.ObjectType,),
    {
        "__doc__": "Everything that can be changed. Each takes a key, so that sending it again is safe.",
        **{each.field_name(): each.field() for each in MUTATIONS},
    },
)

SCHEMA = graphene.Schema(query=Query, mutation=Mutation)
READER = Reader(SCHEMA, VISIBLE)
