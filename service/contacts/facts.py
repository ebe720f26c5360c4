"""What guards look at of contacts, in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.contacts.tables import ANSWER, ATTEMPT

Sql = ColumnElement[Any]
TABLES = (ANSWER, ATTEMPT)


def referrer_told(row: FromClause, now: Sql) -> Sql:
    """Tell whether the person who asked for help was told, or it is recorded why not."""
    answer = ANSWER.alias()
    return exists(select(answer.c.id).where(answer.c.case_id == row.c.id).correlate_except(answer))


def contact_attempts(row: FromClause, now: Sql) -> Sql:
    """Write the attempts since the last contact that reached the family, as JSON pairs of day and means, the oldest first."""
    tried, reached = ATTEMPT.alias(), ATTEMPT.alias()
    later = or_(reached.c.tried_on > tried.c.tried_on, and_(reached.c.tried_on == tried.c.tried_on, reached.c.id > tried.c.id))
    answered = exists(select(reached.c.id).where(reached.c.case_id == tried.c.case_id, reached.c.reached, later).correlate_except(reached))
    pair = func.json_build_array(tried.c.tried_on, tried.c.means)
    pairs = func.coalesce(func.json_agg(aggregate_order_by(pair, tried.c.tried_on, tried.c.id)), literal_column("'[]'::json"))
    found = select(pairs).where(tried.c.case_id == row.c.id, not_(tried.c.reached), not_(answered))
    return found.correlate_except(tried).scalar_subquery()
