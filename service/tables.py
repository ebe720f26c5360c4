"""Every table of the service, for alembic and for the tests."""

from service.agencies import tables as agencies
from service.agreements import tables as agreements
from service.cases import tables as cases
from service.configuration import tables as configuration
from service.council import tables as council
from service.households import tables as households
from service.journal import tables as journal
from service.lead_professionals import tables as lead_professionals
from service.localities import tables as localities
from service.notes import tables as notes
from service.people import tables as people
from service.practitioners import tables as practitioners
from service.requests import tables as requests
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
    configuration,
)
metadata = journal.Base.metadata
