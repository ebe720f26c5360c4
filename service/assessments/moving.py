"""What the moves of a case make of its assessment, in SQL: each goes into the statement of its move."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Insert, Select, Update, and_, case, cast, exists, func, insert, select, update

from service.assessments.tables import ASSESSMENT, AssessmentState
from service.cases.tables import CASE, CASE_CHILD
from service.journal.statements import constant, number, param
from service.journal.transaction import AT, STREAM_ID
from workflows import WORKFLOWS

OPEN = ASSESSMENT.c.state != constant(AssessmentState.SIGNED_OFF)
ITS_OPEN = and_(ASSESSMENT.c.case_id == STREAM_ID, OPEN)
ACTOR = param("actor_id", ASSESSMENT.c.started_by)


def form_of(row: Any) -> ColumnElement[str]:
    """Name the form that the workflow of a case is assessed on."""
    ways = [
        (and_(row.c.workflow == constant(each.key), row.c.workflow_version == number(each.version)), constant(each.form.key))
        for each in WORKFLOWS.values()
    ]
    return case(*ways)


def next_round() -> Any:
    """Count the rounds of the case, this one among them."""
    former = ASSESSMENT.alias()
    last = select(func.max(former.c.number)).where(former.c.case_id == STREAM_ID).scalar_subquery()
    return func.coalesce(last, number(0)) + number(1)


def latest(*conditions: ColumnElement[bool], of: Any) -> Any:
    """Select the assessment that was signed off last, of those that meet the conditions."""
    signed = of.c.signed_off_at.is_not(None)
    return select(of.c.id).where(signed, *conditions).order_by(of.c.signed_off_at.desc(), of.c.id).limit(number(1)).scalar_subquery()


def previous() -> Any:
    """Find the assessment before this one: of this case, or else of an earlier case of one of its children."""
    own, earlier, child, former = ASSESSMENT.alias(), ASSESSMENT.alias(), CASE_CHILD.alias(), CASE_CHILD.alias()
    shared = select(former.c.case_id).join(child, child.c.person_id == former.c.person_id)
    of_a_child: Select[Any] = shared.where(child.c.case_id == STREAM_ID, former.c.case_id != STREAM_ID)
    return func.coalesce(latest(own.c.case_id == STREAM_ID, of=own), latest(earlier.c.case_id.in_(of_a_child), of=earlier))


def opened() -> Insert:
    """Open the next round on the form that the case keeps, unless one is open."""
    day = cast(func.timezone(constant("Europe/London"), AT), Date)
    row: dict[str, Any] = {
        "id": param("assessment_id", ASSESSMENT.c.id),
        "case_id": CASE.c.id,
        "number": next_round(),
        "form": form_of(CASE),
        "form_version": CASE.c.form_version,
        "state": constant(AssessmentState.DRAFT),
        "previous_id": previous(),
        "started_on": func.coalesce(param("started_on", ASSESSMENT.c.started_on), day),
        "started_at": AT,
        "started_by": ACTOR,
    }
    now_open = ASSESSMENT.alias()
    is_open = exists(select(now_open.c.id).where(now_open.c.case_id == STREAM_ID, now_open.c.signed_off_at.is_(None)))
    return insert(ASSESSMENT).from_select(list(row), select(*row.values()).where(CASE.c.id == STREAM_ID, ~is_open))


def ended(state: AssessmentState, verb: str, **more: Any) -> Update:
    """Bring the open assessment to a state, with who did and when."""
    values = {"state": constant(state), f"{verb}_at": AT, f"{verb}_by": ACTOR, **more}
    return update(ASSESSMENT).where(ITS_OPEN).values(values)


def submitted() -> Update:
    """Lock the open assessment until a manager has looked at it."""
    return ended(AssessmentState.SUBMITTED, "submitted")


def returned() -> Update:
    """Open it again, with what the manager says."""
    return ended(AssessmentState.RETURNED, "returned", comment=COMMENT)


def signed_off() -> Update:
    """Lock it for good, with what the manager says."""
    return ended(AssessmentState.SIGNED_OFF, "signed_off", comment=COMMENT)


COMMENT = param("comment", ASSESSMENT.c.comment)
BY_TRIGGER = {
    "start_assessment": opened,
    "reassess": opened,
    "submit": submitted,
    "return_assessment": returned,
    "sign_off": signed_off,
    "sign_off_no_plan": signed_off,
}
"""What each move makes of the assessment, whatever the workflow."""
