"""The schema, put together from every noun's part of the contract."""

import graphene
from graphql import GraphQLResolveInfo

from service.access.types import Viewer
from service.access.visible import VISIBLE
from service.access_needs import mutations as access_needs
from service.agencies import mutations as agencies
from service.agencies.types import Queries as AgencyQueries
from service.agency_questions import mutations as agency_questions
from service.agreements import mutations as agreements
from service.assessments import mutations as assessments
from service.assessments.types import Queries as AssessmentQueries
from service.cases import mutations as cases
from service.cases.types import Queries as CaseQueries
from service.changing import Change
from service.closing_summaries import mutations as closing_summaries
from service.closure_corrections import mutations as closure_corrections
from service.closure_proposals import mutations as closure_proposals
from service.concerns import mutations as concerns
from service.configuration import mutations as configuration
from service.configuration.types import Queries as ConfigurationQueries
from service.contact_details import mutations as contact_details
from service.contacts import mutations as contacts
from service.council import mutations as council
from service.council.types import Queries as CouncilQueries
from service.duplicates import mutations as duplicates
from service.entered_in_error import mutations as entered_in_error
from service.entered_in_error.types import Queries as ErrorQueries
from service.forms.types import Queries as FormQueries
from service.households import mutations as households
from service.involvement import mutations as involvement
from service.lead_professionals import mutations as lead_professionals
from service.linked_cases import mutations as linked_cases
from service.localities import mutations as localities
from service.localities.types import Queries as LocalityQueries
from service.markers import mutations as markers
from service.meetings import mutations as meetings
from service.needs import mutations as needs
from service.needs.types import Queries as NeedQueries
from service.nodes import Node
from service.notes import mutations as notes
from service.people import mutations as people
from service.plans import mutations as plans
from service.plans.types import Queries as PlanQueries
from service.practitioners import mutations as practitioners
from service.practitioners.types import Queries as PractitionerQueries
from service.reading import NodeField, Reader
from service.relationships import mutations as relationships
from service.requests import mutations as requests
from service.reviews import mutations as reviews
from service.risk import mutations as risk
from service.risk.types import Queries as RiskQueries
from service.safe_contacts import mutations as safe_contacts
from service.safeguarding import mutations as safeguarding
from service.step_downs import mutations as step_downs
from service.team_around_family import mutations as team_around_family
from service.teams import mutations as teams
from service.teams.types import Queries as TeamQueries
from service.thresholds import mutations as thresholds
from service.thresholds.types import Queries as ThresholdQueries
from service.transfers import mutations as transfers


class Query(
    CouncilQueries,
    LocalityQueries,
    AgencyQueries,
    TeamQueries,
    PractitionerQueries,
    CaseQueries,
    ThresholdQueries,
    RiskQueries,
    FormQueries,
    AssessmentQueries,
    NeedQueries,
    PlanQueries,
    ErrorQueries,
    ConfigurationQueries,
):
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
    *assessments.MUTATIONS,
    *needs.MUTATIONS,
    *plans.MUTATIONS,
    *meetings.MUTATIONS,
    *reviews.MUTATIONS,
    *closing_summaries.MUTATIONS,
    *risk.MUTATIONS,
    *thresholds.MUTATIONS,
    *contacts.MUTATIONS,
    *safeguarding.MUTATIONS,
    *concerns.MUTATIONS,
    *involvement.MUTATIONS,
    *duplicates.MUTATIONS,
    *linked_cases.MUTATIONS,
    *step_downs.MUTATIONS,
    *transfers.MUTATIONS,
    *agency_questions.MUTATIONS,
    *closure_corrections.MUTATIONS,
    *closure_proposals.MUTATIONS,
    *relationships.MUTATIONS,
    *contact_details.MUTATIONS,
    *safe_contacts.MUTATIONS,
    *access_needs.MUTATIONS,
    *markers.MUTATIONS,
    *entered_in_error.MUTATIONS,
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
