"""Who sees a review, and the SQL of reviews."""

from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    FromClause,
    Integer,
    Text,
    Uuid,
    bindparam,
    column,
    exists,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as upsert

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.cycles import CYCLE
from service.cases.tables import CASE
from service.cases.visibility import of_visible_case
from service.households.rows import family
from service.journal.statements import param, params
from service.journal.transaction import AT, CLOCK, recorded
from service.meetings.tables import MEETING
from service.plans.rows import as_json, statuses
from service.plans.tables import OUTCOME
from service.reviews.facts import reviews_without_movement
from service.reviews.rules import EDITABLE
from service.reviews.tables import JUDGEMENT, REVIEW
from service.visits.tables import VISIT

VISIBLE.of(REVIEW)(of_visible_case)


@VISIBLE.of(JUDGEMENT)
def of_visible_review(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See how a visible review found an outcome."""
    return row.c.review_id.in_(VISIBLE.rows(REVIEW, actor, "id"))


THE_REVIEW = REVIEW.c.id == bindparam("review_id", type_=Uuid())


def present_stay(row: FromClause) -> Any:
    """Write the key of the stay in which the case is now."""
    stay = VISIT.alias()
    return select(stay.c.id).where(stay.c.case_id == row.c.id, stay.c.left_at.is_(None)).correlate_except(stay).scalar_subquery()


def meeting_found(row: FromClause) -> Any:
    """Tell whether the meeting that was named is one of the case."""
    meeting = MEETING.alias()
    named = select(meeting.c.id).where(meeting.c.id == bindparam("meeting_id", type_=Uuid()), meeting.c.case_id == row.c.id)
    return exists(named.correlate_except(meeting))


def its_judgements(_case: Any) -> Any:
    """Gather how the review found each outcome, as JSON."""
    each = JUDGEMENT.alias()
    rows = func.coalesce(func.json_agg(func.row_to_json(each.table_valued())), literal_column("'[]'::json"))
    return select(rows).where(each.c.review_id == bindparam("review_id", type_=Uuid())).correlate_except(each).scalar_subquery()


def latest_review(row: FromClause) -> Any:
    """Write the key of the latest review of the case."""
    review = REVIEW.alias()
    found = select(review.c.id).where(review.c.case_id == row.c.id).order_by(review.c.held_on.desc(), review.c.id.desc())
    return found.limit(literal_column("1")).correlate_except(review).scalar_subquery()


ITS_CASE = CASE.c.id == select(REVIEW.c.case_id).where(THE_REVIEW).scalar_subquery()
STANDS: dict[str, Any] = {"stay_id": present_stay, "family": family, "outcomes": statuses(OUTCOME), **CYCLE, **loads.SETTINGS}
LOAD = loads.loading("load case to record a review", meeting_found=meeting_found, **STANDS)
LOAD_OF_REVIEW = loads.loading("load case of review", ITS_CASE, review=as_json(REVIEW, THE_REVIEW), judgements=its_judgements, **STANDS)
LOAD_FOR_VIEW = loads.loading(
    "load case of review for a manager's view",
    ITS_CASE,
    review=as_json(REVIEW, THE_REVIEW),
    latest=latest_review,
    without_movement=lambda row: reviews_without_movement(row, CLOCK),
)

JUDGED = (("outcome_id", Uuid()), ("result", Text()), ("scale", Integer()), ("scale_why_not", Text()))
GIVEN = (
    func.unnest(*(bindparam(f"judged_{name}", type_=ARRAY(kind)) for name, kind in JUDGED))
    .table_valued(*(column(name, kind) for name, kind in JUDGED), name="given")
    .render_derived()
)
NAMES = [name for name, _ in JUDGED]
JUDGE = upsert(JUDGEMENT).from_select(
    ["review_id", *NAMES], select(bindparam("review_id", type_=Uuid()), *(GIVEN.c[name] for name in NAMES))
)
DATES = ("next_review_on", "due_at")
"""Of the case: the day of the next review, and when a plan under way is due by it."""

RECORD_REVIEW = recorded(
    "record review", writes.changed(*DATES), writes.of_stay("due_at"), insert(REVIEW).values(params(REVIEW, "review")), JUDGE
)
REWRITTEN = {name: param(f"review_{name}", REVIEW.c[name]) for name in (*EDITABLE, "next_review_on", "revision")}
AMEND_REVIEW = recorded(
    "amend review",
    writes.changed(*DATES),
    writes.of_stay("due_at"),
    update(REVIEW).where(THE_REVIEW).values(REWRITTEN),
    JUDGE.on_conflict_do_update(
        index_elements=["review_id", "outcome_id"], set_={name: JUDGE.excluded[name] for name in NAMES if name != "outcome_id"}
    ),
)
VIEW = {name: param(f"review_{name}", REVIEW.c[name]) for name in ("drift_view", "drift_by", "revision")}
CONSIDER_DRIFT = recorded("consider drift", writes.changed(), update(REVIEW).where(THE_REVIEW).values(drift_at=AT, **VIEW))
