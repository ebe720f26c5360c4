"""Every table of the service, for alembic and for the tests."""

from service.access_needs import tables as access_needs
from service.agencies import tables as agencies
from service.agreements import tables as agreements
from service.cases import tables as cases
from service.contact_details import tables as contact_details
from service.council import tables as council
from service.entered_in_error import tables as entered_in_error
from service.households import tables as households
from service.journal import tables as journal
from service.lead_professionals import tables as lead_professionals
from service.localities import tables as localities
from service.markers import tables as markers
from service.notes import tables as notes
from service.people import tables as people
from service.practitioners import tables as practitioners
from service.relationships import tables as relationships
from service.requests import tables as requests
from service.safe_contacts import tables as safe_contacts
from service.team_around_family import tables as team_around_family
from service.teams import tables as teams
from service.visits import tables as visits

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
    relationships,
    contact_details,
    safe_contacts,
    access_needs,
    markers,
    entered_in_error,
)
metadata = journal.Base.metadata
