"""What guards look at of threshold decisions, in SQL. The last decision is the one in force."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, func, literal_column, select, true

from service.journal.statements import constant, number
from service.thresholds.tables import DECISION, ThresholdBasis
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
TABLES = (DECISION, VISIT)
BEGINS_ASSESSMENT = [constant("start_assessment"), constant("reassess")]


def in_force(row: FromClause, basis: ThresholdBasis, write: Any, *conditions: Any) -> Sql:
    """Write something of the last decision of a case on the request or on the assessment."""
    decision = DECISION.alias()
    found = select(write(decision)).where(decision.c.case_id == row.c.id, decision.c.basis == constant(basis))
    last = found.where(*(each(decision) for each in conditions)).order_by(decision.c.decided_at.desc(), decision.c.id.desc())
    return last.limit(number(1)).correlate_except(decision).scalar_subquery()


def threshold_outcome(row: FromClause, now: Sql) -> Sql:
    """Write the outcome of the decision in force on the request; none without one."""
    return func.coalesce(in_force(row, ThresholdBasis.REQUEST, lambda each: each.c.outcome), constant("none"))


def threshold_approved(row: FromClause, now: Sql) -> Sql:
    """Tell whether nobody has yet to approve the decision in force on the request; also without one."""
    approved = in_force(row, ThresholdBasis.REQUEST, lambda each: ~each.c.needs_approval | each.c.approved_at.is_not(None))
    return func.coalesce(approved, true())


def level_after_assessment(row: FromClause, now: Sql) -> Sql:
    """Write the level decided on the assessment since it began the last time; null without one."""
    stay = VISIT.alias()
    began = select(func.max(stay.c.entered_at)).where(stay.c.case_id == row.c.id, stay.c.entered_by.in_(BEGINS_ASSESSMENT))
    since = func.coalesce(began.correlate_except(stay).scalar_subquery(), literal_column("'-infinity'::timestamptz"))
    return in_force(row, ThresholdBasis.ASSESSMENT, lambda each: each.c.level, lambda each: each.c.decided_at >= since)
