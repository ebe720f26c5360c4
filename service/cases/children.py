"""The children of a case by name, in SQL: what a guard's sentence is filled with."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.cases.tables import CASE_CHILD
from service.people.tables import PERSON

Sql = ColumnElement[Any]


def children(row: FromClause, *conditions: Callable[[Sql], ColumnElement[bool]]) -> Sql:
    """Name the children whose help goes on, those that meet the conditions, as a JSON array in the order in which they joined."""
    child, person = CASE_CHILD.alias(), PERSON.alias()
    found = select(
        func.coalesce(func.json_agg(aggregate_order_by(person.c.given_name, child.c.joined_at, person.c.id)), literal_column("'[]'::json"))
    )
    here = child.join(person, person.c.id == child.c.person_id)
    asked = [condition(child.c.person_id) for condition in conditions]
    ongoing = found.select_from(here).where(child.c.case_id == row.c.id, child.c.ended_at.is_(None), person.c.in_error_at.is_(None), *asked)
    return ongoing.correlate_except(child, person).scalar_subquery()
