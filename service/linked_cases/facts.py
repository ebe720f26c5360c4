"""What guards look at of cases that belong together, in SQL: the guards judge the whole truth, and tell the minimal answer."""

from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, and_, cast, exists, func, literal_column, not_, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.cases import minimal
from service.cases.tables import CASE, CASE_CHILD
from service.households.tables import MEMBER
from service.journal.statements import constant
from service.linked_cases.tables import SIBLING
from service.people.tables import PERSON
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
TABLES = (CASE, CASE_CHILD, MEMBER, PERSON, SIBLING, VISIT, *minimal.TABLES)
NOTHING: Any = literal_column("'[]'::json")
ASSESSMENT = [constant(state) for state in ("assessing", "awaiting_sign_off", "checking")]
"""The states, of every workflow, in which an assessment is open."""


def rows(*order: Sql, **said: Sql) -> Sql:
    """Gather rows, in an order, as a JSON array of objects."""
    each = func.json_build_object(*(part for name, value in said.items() for part in (constant(name), value)))
    return func.coalesce(func.json_agg(aggregate_order_by(each, *order)), NOTHING)


def oldest(case: FromClause) -> tuple[Sql, ...]:
    """Order cases by when they were opened, the oldest first."""
    return case.c.opened_at, case.c.id


def goes_on(other: FromClause, child: FromClause, row: FromClause) -> ColumnElement[bool]:
    """Tell whether another case is open, and goes on for a child."""
    return and_(child.c.case_id == other.c.id, child.c.ended_at.is_(None), other.c.closed_at.is_(None), other.c.id != row.c.id)


def on_case(row: FromClause, person_id: Sql) -> ColumnElement[bool]:
    """Tell whether somebody is a child of the case whose help goes on."""
    here = CASE_CHILD.alias()
    asked = [here.c.case_id == row.c.id, here.c.person_id == person_id, here.c.ended_at.is_(None)]
    return exists(select(here.c.person_id).where(*asked).correlate_except(here))


def is_considered(row: FromClause, person_id: Sql) -> ColumnElement[bool]:
    """Tell whether somebody decided to join or to stay apart."""
    said = SIBLING.alias()
    return exists(select(said.c.id).where(said.c.case_id == row.c.id, said.c.sibling_id == person_id).correlate_except(said))


def siblings(row: FromClause, *, only_unconsidered: bool = False, **said: Any) -> Sql:
    """Gather the children of the household, not on this case, who have an open case elsewhere."""
    member, person, other, child = MEMBER.alias(), PERSON.alias(), CASE.alias(), CASE_CHILD.alias()
    asked = [member.c.household_id == row.c.household_id, member.c.left_at.is_(None), member.c.person_id == person.c.id]
    asked += [
        person.c.kind != constant("adult"),
        person.c.in_error_at.is_(None),
        child.c.person_id == person.c.id,
        goes_on(other, child, row),
    ]
    asked.append(not_(on_case(row, person.c.id)))
    if only_unconsidered:
        asked.append(not_(is_considered(row, person.c.id)))
    found = rows(person.c.id, *oldest(other), **{name: write(person, other) for name, write in said.items()})
    return select(found).where(*asked).correlate_except(member, person, other, child).scalar_subquery()


def siblings_unconsidered(row: FromClause, now: Sql) -> Sql:
    """Write the children of the household with an open case on which nobody has decided: the name, and how to reach their case."""
    return siblings(
        row, only_unconsidered=True, child=lambda person, other: person.c.given_name, contact=lambda person, other: minimal.contact(other)
    )


def open_assessment_elsewhere(row: FromClause, now: Sql) -> Sql:
    """Write the children whom another open case assesses: the name, the agency and since when. Lock the children first."""
    mine, person, other, child, stay = CASE_CHILD.alias(), PERSON.alias(), CASE.alias(), CASE_CHILD.alias(), VISIT.alias()
    began = select(cast(func.timezone(constant("Europe/London"), func.min(stay.c.entered_at)), Date))
    began = began.where(stay.c.case_id == other.c.id, stay.c.state == constant("assessing")).correlate_except(stay)
    found = rows(person.c.id, *oldest(other), child=person.c.given_name, agency=minimal.agency(other), date=began.scalar_subquery())
    asked = [mine.c.case_id == row.c.id, mine.c.ended_at.is_(None), person.c.id == mine.c.person_id, child.c.person_id == mine.c.person_id]
    asked.append(person.c.in_error_at.is_(None))
    assessed = or_(other.c.state.in_(ASSESSMENT), other.c.paused_from == constant("assessing"))
    return select(found).where(*asked, goes_on(other, child, row), assessed).correlate_except(mine, person, other, child).scalar_subquery()
