"""What guards look at of involvement checks, in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, exists, func, not_, select

from service.cases.tables import CASE_CHILD
from service.involvement.tables import CHECK

Sql = ColumnElement[Any]
TABLES = (CHECK, CASE_CHILD)


def involvement_checked(row: FromClause, now: Sql) -> Sql:
    """Tell whether a search is recorded for every child of the case; it can only have come after the request."""
    child = CASE_CHILD.alias()

    def searched(*conditions: Any) -> ColumnElement[bool]:
        check = CHECK.alias()
        asked = [check.c.case_id == row.c.id, *(each(check) for each in conditions)]
        return exists(select(check.c.id).where(*asked).correlate_except(check))

    left_out = not_(searched(lambda check: child.c.person_id == func.any(check.c.child_ids)))
    missing = select(child.c.person_id).where(child.c.case_id == row.c.id, child.c.ended_at.is_(None), left_out)
    return searched() & not_(exists(missing.correlate_except(child)))
