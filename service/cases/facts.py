"""The facts about a case itself that guards look at, in SQL: each takes the row of a case."""

from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, and_, cast, exists, func, literal_column, not_, or_, select, true, tuple_
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.agreements.ending import ends_at
from service.agreements.tables import AGREEMENT, Answer
from service.cases.tables import CASE_CHILD
from service.journal.statements import constant, number
from service.lead_professionals.tables import LEAD
from service.people.tables import PERSON
from service.practitioners.tables import PRACTITIONER
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
TABLES = (AGREEMENT, CASE_CHILD, LEAD, PERSON, VISIT, PRACTITIONER)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""

ASSESSED = [constant("sign_off"), constant("sign_off_no_plan")]


def answered(answer: FromClause) -> ColumnElement[Any]:
    """Order answers: by the local day of each, for of an earlier day nobody knows the hour, and within a day as they were recorded."""
    return tuple_(cast(func.timezone(constant("Europe/London"), answer.c.answered_at), Date), answer.c.id)


def agreement_stands(case_id: Sql, person_id: Sql, now: Sql) -> ColumnElement[bool]:
    """Tell whether an agreement for a person is in force.

    Whoever has spoken for themselves is heard alone, and their latest answer counts. Until then one parent's yes is enough, unless
    that parent said no later.
    """
    yes, other = AGREEMENT.alias(), AGREEMENT.alias()
    is_own = yes.c.given_by == person_id
    in_force = [yes.c.answer == constant(Answer.AGREED), yes.c.withdrawn_at.is_(None), yes.c.in_error_at.is_(None)]
    in_force += [func.coalesce(ends_at(yes) > now, true())]
    later = and_(other.c.given_by == yes.c.given_by, answered(other) > answered(yes))
    replaced = and_(later, or_(is_own, other.c.answer == constant(Answer.REFUSED)))
    overruled = and_(not_(is_own), or_(other.c.given_by == person_id, other.c.withdrawn_by == person_id))
    undone = select(other.c.id).where(other.c.case_id == case_id, other.c.person_id == person_id, or_(replaced, overruled))
    undone = undone.where(other.c.in_error_at.is_(None))
    given = select(yes.c.id).where(
        yes.c.case_id == case_id, yes.c.person_id == person_id, *in_force, not_(exists(undone.correlate_except(other)))
    )
    return exists(given.correlate_except(yes))


def children(row: FromClause, now: Sql) -> FromClause:
    """Select the children whose help goes on, each with whether an agreement for them stands."""
    child, person = CASE_CHILD.alias(), PERSON.alias()
    stands = agreement_stands(row.c.id, child.c.person_id, now).label("stands")
    found = select(person.c.id, person.c.given_name, child.c.joined_at, stands)
    here = found.select_from(child.join(person, person.c.id == child.c.person_id))
    asked = [child.c.case_id == row.c.id, child.c.ended_at.is_(None), person.c.in_error_at.is_(None)]
    ongoing = here.where(*asked).correlate_except(child, person)
    return ongoing.offset(number(0)).subquery()  # without the offset PostgreSQL asks for the agreements once for each list


def names(child: FromClause, *conditions: ColumnElement[bool]) -> Sql:
    """Name the children that meet the conditions as a JSON array, in the order in which they joined."""
    each = func.json_agg(aggregate_order_by(child.c.given_name, child.c.joined_at, child.c.id))
    return func.coalesce(each.filter(*conditions) if conditions else each, literal_column("'[]'::json"))


def birth_dates(row: FromClause) -> Sql:
    """Write the dates of birth of the children whose help has not ended, as JSON; null for one that is not known."""
    child, person = CASE_CHILD.alias(), PERSON.alias()
    found = select(func.coalesce(func.json_agg(person.c.birth_date), literal_column("'[]'::json")))
    here = found.select_from(child.join(person, person.c.id == child.c.person_id))
    asked = [child.c.case_id == row.c.id, child.c.ended_at.is_(None), person.c.in_error_at.is_(None)]
    return here.where(*asked).correlate_except(child, person).scalar_subquery()


def some_child_has(row: FromClause, date: str) -> Sql:
    """Tell whether a date is recorded of some child whose help has not ended, such as that of their death."""
    child, person = CASE_CHILD.alias(), PERSON.alias()
    here = child.join(person, person.c.id == child.c.person_id)
    asked = [child.c.case_id == row.c.id, child.c.ended_at.is_(None), person.c.in_error_at.is_(None), person.c[date].is_not(None)]
    return exists(select(person.c.id).select_from(here).where(*asked).correlate_except(child, person))


def agreement_was_ended(row: FromClause) -> Sql:
    """Tell whether it is recorded who said no or withdrew."""
    answer = AGREEMENT.alias()
    ended = or_(answer.c.answer == constant(Answer.REFUSED), answer.c.withdrawn_at.is_not(None))
    return exists(select(answer.c.id).where(answer.c.case_id == row.c.id, ended, answer.c.in_error_at.is_(None)).correlate_except(answer))


def has_worker(row: FromClause) -> Sql:
    """Tell whether the case is allocated to somebody whose account is in force: with it the case of one who leaves waits for another."""
    person = PRACTITIONER.alias()
    return exists(select(person.c.id).where(person.c.id == row.c.worker_id, person.c.ended_at.is_(None)).correlate_except(person))


def lead_now(row: FromClause) -> Sql:
    """Say whether the lead professional is agreed, acting or none; the role of somebody whose account has ended has ended with it."""
    lead, person = LEAD.alias(), PRACTITIONER.alias()
    here = lead.join(person, person.c.id == lead.c.practitioner_id)
    in_force = and_(lead.c.case_id == row.c.id, lead.c.ended_at.is_(None), person.c.ended_at.is_(None))
    first = select(func.max(lead.c.kind)).select_from(here).where(in_force)  # of the two words, agreed and acting, the greater
    return func.coalesce(first.correlate_except(lead, person).scalar_subquery(), constant("none"))


def was_assessed(row: FromClause) -> Sql:
    """Tell whether an assessment of the case was signed off."""
    stay = VISIT.alias()
    return exists(select(stay.c.id).where(stay.c.case_id == row.c.id, stay.c.left_by.in_(ASSESSED)).correlate_except(stay))
