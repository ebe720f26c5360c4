"""The SQL of corrections of a case's end."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Update, exists, func, null, or_, select, update
from sqlalchemy.dialects.postgresql import aggregate_order_by

from service.access.standing import WRITER, any_of
from service.cases import loads
from service.cases.tables import CASE, CASE_CHILD
from service.cases.writes import changed, enter
from service.closure_corrections.rules import TRIGGER
from service.journal.statements import constant, param
from service.journal.transaction import AT, EVENT, STREAM_ID, recorded
from service.reviews.tables import REVIEW
from service.visits.tables import VISIT
from service.waits.tables import WAIT

SAID = ("id", "state", "entered_by", "entered_at", "due_at", "left_at", "voided_at")


def stays(case: FromClause) -> ColumnElement[Any]:
    """Gather the stays of a case as JSON, oldest first."""
    stay = VISIT.alias()
    row = func.json_build_object(*(part for name in SAID for part in (constant(name), stay.c[name])))
    found = select(func.json_agg(aggregate_order_by(row, stay.c.entered_at, stay.c.id))).where(stay.c.case_id == case.c.id)
    return found.correlate_except(stay).scalar_subquery()


def ended_it(case: FromClause) -> ColumnElement[bool]:
    """Tell whether the actor is who ended the case."""
    event = EVENT.alias()
    its_end = [event.c.stream_kind == constant(loads.STREAM), event.c.stream_id == case.c.id, event.c.at == case.c.closed_at]
    return exists(select(event.c.seq).where(*its_end, event.c.actor == WRITER.id).correlate_except(event))


def has_newer(case: FromClause) -> ColumnElement[bool]:
    """Tell whether there is a case of the household, or of one of the children, that was opened after the end of this one."""
    other, child, own = CASE.alias(), CASE_CHILD.alias(), CASE_CHILD.alias()
    theirs = select(child.c.case_id).join(own, own.c.person_id == child.c.person_id).where(own.c.case_id == case.c.id)
    same_family = or_(other.c.household_id == case.c.household_id, other.c.id == any_of(theirs.correlate_except(child, own)))
    newer = select(other.c.id).where(same_family, other.c.id != case.c.id, other.c.opened_at > case.c.closed_at)
    return exists(newer.correlate_except(other))


def carry_review() -> Update:
    """Let what was recorded of the review that was under way belong to the stay that goes on."""
    former = REVIEW.c.visit_id == param("former_id", VISIT.c.id)
    return update(REVIEW).where(former).values(visit_id=param("visit_id", VISIT.c.id))


LOAD = loads.loading("load case to correct its end", stays=stays, ended_it=ended_it, has_newer=has_newer, **loads.SETTINGS)
CORRECT = recorded(
    "correct the end of a case",
    changed("state", "entered_at", "due_at", "paused_from", "pause_until", "days_left", "closed_at", "reason"),
    update(VISIT)
    .where(VISIT.c.case_id == STREAM_ID, VISIT.c.left_at.is_(None))
    .values(left_at=AT, left_by=constant(TRIGGER), voided_at=AT),
    enter(),
    carry_review(),
    update(WAIT).where(WAIT.c.case_id == STREAM_ID, WAIT.c.ended_at == param("ended_at", CASE.c.closed_at)).values(ended_at=null()),
)
