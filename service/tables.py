"""Every table of the service, for alembic and for the tests."""

from service.access_needs import tables as access_needs
from service.agencies import tables as agencies
from service.agency_questions import tables as agency_questions
from service.agreements import tables as agreements
from service.assessments import tables as assessments
from service.cases import tables as cases
from service.closing_summaries import tables as closing_summaries
from service.closure_proposals import tables as closure_proposals
from service.concerns import tables as concerns
from service.configuration import tables as configuration
from service.contact_details import tables as contact_details
from service.contacts import tables as contacts
from service.council import tables as council
from service.duplicates import tables as duplicates
from service.entered_in_error import tables as entered_in_error
from service.households import tables as households
from service.involvement import tables as involvement
from service.journal import tables as journal
from service.lead_professionals import tables as lead_professionals
from service.linked_cases import tables as linked_cases
from service.localities import tables as localities
from service.markers import tables as markers
from service.meetings import tables as meetings
from service.needs import tables as needs
from service.notes import tables as notes
from service.people import tables as people
from service.plans import tables as plans
from service.practitioners import tables as practitioners
from service.relationships import tables as relationships
from service.requests import tables as requests
from service.reviews import tables as reviews
from service.risk import tables as risk
from service.safe_contacts import tables as safe_contacts
from service.safeguarding import tables as safeguarding
from service.step_downs import tables as step_downs
from service.team_around_family import tables as team_around_family
from service.teams import tables as teams
from service.thresholds import tables as thresholds
from service.transfers import tables as transfers
from service.visits import tables as visits
from service.waits import tables as waits

NOUNS = (
    council,
    localities,
    agencies,
    teams,
    practitioners,
    people,
    households,
    cases,
    requests,
    agreements,
    visits,
    notes,
    lead_professionals,
    team_around_family,
    assessments,
    needs,
    plans,
    meetings,
    reviews,
    closing_summaries,
    risk,
    thresholds,
    contacts,
    concerns,
    safeguarding,
    step_downs,
    transfers,
    involvement,
    duplicates,
    linked_cases,
    agency_questions,
    closure_proposals,
    waits,
    relationships,
    contact_details,
    safe_contacts,
    access_needs,
    markers,
    entered_in_error,
    configuration,
)
metadata = journal.Base.metadata
