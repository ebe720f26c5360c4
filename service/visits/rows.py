"""Who sees a visit, and the SQL of visits."""

from typing import Any

from service.cases.titles import title_once
from service.cases.visibility import part_of_case
from service.visits.tables import VISIT

part_of_case(VISIT)


def stay_title(stay: Any) -> Any:
    """Write the title of the state in which a stay is."""
    return title_once(stay.c.case_id, stay.c.state)
