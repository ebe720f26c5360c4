"""The minimal answer about a case to who may not see it: which agency, since when, and how to reach its lead professional; never more."""

from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, cast, func, select

from service.agencies.tables import AGENCY
from service.journal.statements import constant, number
from service.lead_professionals.tables import LEAD
from service.practitioners.tables import PRACTITIONER
from service.teams.tables import TEAM

Sql = ColumnElement[Any]
TABLES = (AGENCY, LEAD, PRACTITIONER, TEAM)


def agency(case: FromClause) -> Sql:
    """Write the name of the agency whose team has a case."""
    team, found = TEAM.alias(), AGENCY.alias()
    named = select(found.c.name).select_from(team.join(found, found.c.id == team.c.agency_id)).where(team.c.id == case.c.team_id)
    return named.correlate_except(team, found).scalar_subquery()


def since(case: FromClause) -> Sql:
    """Write the day, in London, on which a case was opened."""
    return cast(func.timezone(constant("Europe/London"), case.c.opened_at), Date)


def lead(case: FromClause, column: str) -> Sql:
    """Write something of the lead professional of a case, the agreed one before an acting one; null where there is none."""
    role, person = LEAD.alias(), PRACTITIONER.alias()
    here = select(person.c[column]).select_from(role.join(person, person.c.id == role.c.practitioner_id))
    now = here.where(role.c.case_id == case.c.id, role.c.ended_at.is_(None), person.c.ended_at.is_(None))
    first = now.order_by(role.c.kind.desc(), role.c.started_at.desc()).limit(number(1))
    return first.correlate_except(role, person).scalar_subquery()


def contact(case: FromClause) -> Sql:
    """Write how to reach a case in one line: the lead professional's name, role and phone, and the agency."""
    return func.concat_ws(constant(", "), lead(case, "name"), lead(case, "job_title"), agency(case), lead(case, "phone"))
