"""What guards look at of concerns and of social care's decisions, in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, Uuid, and_, case, cast, column, exists, false, func, not_, select

from service.cases.children import children
from service.concerns.rules import CHASERS
from service.concerns.tables import CHASER, CONCERN, SOCIAL_CARE
from service.journal.statements import constant, number

Sql = ColumnElement[Any]
TABLES = (CONCERN, SOCIAL_CARE, CHASER)


def is_open(concern: FromClause, *besides: Any) -> ColumnElement[bool]:
    """Tell whether social care has not decided yet about some child of a concern; `besides`: further ways for a child to be answered."""
    decision = SOCIAL_CARE.alias()
    child = func.unnest(concern.c.child_ids).table_valued(column("id", Uuid()), name="asked").render_derived()
    since = [decision.c.case_id == concern.c.case_id, decision.c.recorded_at >= concern.c.sent_at, decision.c.entered_wrongly.is_(None)]
    answered = exists(select(decision.c.id).where(child.c.id == func.any(decision.c.child_ids), *since).correlate_except(decision))
    waiting = exists(select(child.c.id).where(not_(answered), *(not_(each(child.c.id)) for each in besides)).correlate_except(child))
    return and_(concern.c.entered_wrongly.is_(None), waiting)


def escalation_open(row: FromClause, now: Sql) -> Sql:
    """Tell whether a concern waits for social care's decision."""
    concern = CONCERN.alias()
    return exists(select(concern.c.id).where(concern.c.case_id == row.c.id, is_open(concern)).correlate_except(concern))


def waits_for(row: FromClause, person_id: Sql) -> Sql:
    """Tell whether a concern of the case waits for social care's decision about one child."""
    concern, decision = CONCERN.alias(), SOCIAL_CARE.alias()
    since = [decision.c.case_id == concern.c.case_id, decision.c.recorded_at >= concern.c.sent_at, decision.c.entered_wrongly.is_(None)]
    answered = exists(select(decision.c.id).where(person_id == func.any(decision.c.child_ids), *since).correlate_except(decision))
    named = [concern.c.case_id == row.c.id, concern.c.entered_wrongly.is_(None), person_id == func.any(concern.c.child_ids)]
    return exists(select(concern.c.id).where(*named, not_(answered)).correlate_except(concern))


def escalation_sent_on(row: FromClause, now: Sql) -> Sql:
    """Write the day, in London, of the oldest concern that waits; null without one."""
    concern = CONCERN.alias()
    sent = cast(func.timezone(constant("Europe/London"), func.min(concern.c.sent_at)), Date)
    return select(sent).where(concern.c.case_id == row.c.id, is_open(concern)).correlate_except(concern).scalar_subquery()


def chased(row: FromClause) -> Sql:
    """Tell whether every concern that waits has been chased often enough for no answer to count."""
    concern, chaser = CONCERN.alias(), CHASER.alias()
    counts = [chaser.c.concern_id == concern.c.id, chaser.c.entered_wrongly.is_(None)]
    sent = select(func.count()).select_from(chaser).where(*counts).correlate_except(chaser).scalar_subquery()
    rarely = select(concern.c.id).where(concern.c.case_id == row.c.id, is_open(concern), sent < number(CHASERS))
    return not_(exists(rarely.correlate_except(concern)))


def last_decision(row: FromClause, write: Any, *conditions: Any) -> Sql:
    """Write something of the last decision of social care on a case that was not entered wrongly."""
    decision = SOCIAL_CARE.alias()
    found = select(write(decision)).where(decision.c.case_id == row.c.id, decision.c.entered_wrongly.is_(None))
    last = found.where(*(each(decision) for each in conditions)).order_by(decision.c.recorded_at.desc(), decision.c.id.desc())
    return last.limit(number(1)).correlate_except(decision).scalar_subquery()


def escalation_decision(row: FromClause, now: Sql) -> Sql:
    """Write the last decision: taken, not_taken or none."""
    word = last_decision(row, lambda each: case((each.c.taken, constant("taken")), else_=constant("not_taken")))
    return func.coalesce(word, constant("none"))


def escalation_decided_on(row: FromClause, now: Sql) -> Sql:
    """Write the day of the last decision; null without one."""
    return last_decision(row, lambda each: each.c.decided_on)


def escalation_decided_by(row: FromClause, now: Sql) -> Sql:
    """Write who made the last decision; null without one."""
    return last_decision(row, lambda each: each.c.decided_by)


def escalation_route(row: FromClause, now: Sql) -> Sql:
    """Write as what social care took a child by the last decision that took one; null without one."""
    return last_decision(row, lambda each: each.c.route, lambda each: each.c.taken)


def is_taken(row: FromClause, person_id: Sql) -> Sql:
    """Tell whether social care took a child by its last decision about them."""
    taken = last_decision(row, lambda each: each.c.taken, lambda each: person_id == func.any(each.c.child_ids))
    return func.coalesce(taken, false())


def children_not_taken(row: FromClause, now: Sql) -> Sql:
    """Name the children on the case whom social care has not taken."""
    return children(row, lambda person_id: is_taken(row, person_id).is_(false()))
