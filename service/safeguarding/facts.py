"""What guards look at of safeguarding checks, in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, exists, select

from service.safeguarding.tables import CHECK

Sql = ColumnElement[Any]
TABLES = (CHECK,)


def safeguarding_check(row: FromClause, now: Sql) -> Sql:
    """Tell whether a check that still counts is recorded: one of the last five working days."""
    check = CHECK.alias()
    return exists(select(check.c.id).where(check.c.case_id == row.c.id, check.c.counts_until > now).correlate_except(check))
