"""Who sees a visit, and the SQL of visits."""

from typing import Any

from sqlalchemy import case

from service.cases.visibility import part_of_case
from service.journal.statements import constant
from service.visits.tables import VISIT
from workflows import WORKFLOWS

part_of_case(VISIT)

TITLES = {state.key: state.title for workflow in WORKFLOWS.values() for state in workflow.states.values()}


def stay_title(stay: Any) -> Any:
    """Write the title of the state in which a stay is."""
    return case({constant(key): constant(title) for key, title in TITLES.items()}, value=stay.c.state, else_=stay.c.state)
