"""What guards look at of step-downs, in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, exists, select

from service.access.actor import Actor
from service.step_downs.tables import STEP_DOWN

Sql = ColumnElement[Any]
TABLES = (STEP_DOWN,)


def of_case(row: FromClause, *conditions: Any) -> ColumnElement[bool]:
    """Tell whether a case has a step-down that meets some conditions."""
    found = STEP_DOWN.alias()
    asked = [found.c.case_id == row.c.id, *(each(found) for each in conditions)]
    return exists(select(found.c.id).where(*asked).correlate_except(found))


def came_by_step_down(row: FromClause, now: Sql) -> Sql:
    """Tell whether a case came from social care."""
    return of_case(row)


def social_care_open(row: FromClause, now: Sql) -> Sql:
    """Tell whether social care's own case is still open, of a case that came from it."""
    return of_case(row, lambda found: found.c.social_care_closed_on.is_(None))


def cases_handed_over(actor: Actor) -> Select[Any]:
    """Select the cases that the actor hands over as their social worker: until social care has closed its own."""
    found = STEP_DOWN.alias()
    return select(found.c.case_id).where(found.c.social_worker_id == actor.id, found.c.social_care_closed_on.is_(None))


def hands_over(row: FromClause) -> Sql:
    """Tell whether social care's case is open, and it was not told yet that it may close it."""
    return of_case(row, lambda found: found.c.social_care_closed_on.is_(None), lambda found: found.c.handed_over_at.is_(None))
