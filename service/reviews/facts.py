"""What the guards look at in reviews: SQL fragments of a case and an instant, used by reads and writes alike."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Float,
    FromClause,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal_column,
    not_,
    null,
    or_,
    select,
    tuple_,
)

from service.cases.cycles import cycle, cycle_began, cycle_since
from service.configuration.facts import number_set
from service.configuration.tables import SETTING
from service.deadlines.rules import FIRST_PLAN, cap_of
from service.journal.statements import constant, number
from service.reviews.rules import LATER_CYCLE, PAUSED, REVIEWED, plan_state
from service.reviews.tables import JUDGEMENT, REVIEW, Result
from service.visits.tables import VISIT
from workflows import WORKFLOWS
from workflows.kit import Cap, Clock, Level, Workflow

Sql = ColumnElement[Any]
TABLES = (JUDGEMENT, REVIEW, SETTING, VISIT)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""


def of_this_stay(row: FromClause, review: FromClause) -> ColumnElement[bool]:
    """Tell whether a review is the one of the stay in which the case is in review now."""
    stay = VISIT.alias()
    now = select(stay.c.id).where(stay.c.case_id == row.c.id, stay.c.left_at.is_(None), stay.c.state == constant(REVIEWED))
    return review.c.visit_id == now.correlate_except(stay).scalar_subquery()


def review_recorded(row: FromClause, _now: Sql) -> ColumnElement[bool]:
    """Tell whether the review that is under way is recorded; a record cannot leave out a view or an outcome."""
    review = REVIEW.alias()
    return exists(select(review.c.id).where(of_this_stay(row, review)).correlate_except(review))


def agreement_reconfirmed(row: FromClause, _now: Sql) -> ColumnElement[bool]:
    """Tell whether the family said in the review that is under way that it still agrees."""
    review = REVIEW.alias()
    return exists(select(review.c.id).where(of_this_stay(row, review), review.c.agreement_reconfirmed).correlate_except(review))


def outcomes_achieved_share(row: FromClause, _now: Sql) -> Sql:
    """Write which share of the outcomes, from 0 to 1, the review under way found achieved or partly; null where it judged none."""
    review, judgement = REVIEW.alias(), JUDGEMENT.alias()
    good = func.count().filter(judgement.c.result != constant(Result.NOT_ACHIEVED))
    share = cast(good, Float) / func.nullif(func.count(), number(0))
    found = select(share).select_from(judgement.join(review, review.c.id == judgement.c.review_id)).where(of_this_stay(row, review))
    return found.correlate_except(review, judgement).scalar_subquery()


def in_a_row(row: FromClause, review: FromClause) -> ColumnElement[bool]:
    """Tell whether a review is one of the last in which no outcome got better.

    An outcome got better where it is judged better than by the review before, or than not at all. The family's own numbers are not
    looked at: they are theirs, and never decide anything.
    """
    then, judgement = REVIEW.alias(), JUDGEMENT.alias()
    rank = case({constant(Result.ACHIEVED): number(2), constant(Result.PARTLY): number(1)}, value=judgement.c.result, else_=number(0))
    before = func.lag(rank).over(partition_by=judgement.c.outcome_id, order_by=[then.c.held_on, then.c.id])
    steps = (
        select(then.c.held_on, then.c.id, (rank > func.coalesce(before, number(0))).label("moved"))
        .select_from(judgement.join(then, then.c.id == judgement.c.review_id))
        .where(then.c.case_id == row.c.id)
        .correlate_except(then, judgement)
        .subquery()
    )
    since = tuple_(steps.c.held_on, steps.c.id) >= tuple_(review.c.held_on, review.c.id)
    return and_(review.c.case_id == row.c.id, not_(exists(select(steps.c.id).where(steps.c.moved, since).correlate_except(steps))))


def reviews_without_movement(row: FromClause, _now: Sql) -> Sql:
    """Count the last reviews in a row in which no outcome got better."""
    review = REVIEW.alias()
    return select(func.count()).select_from(review).where(in_a_row(row, review)).correlate_except(review).scalar_subquery()


def drift_considered(row: FromClause, _now: Sql) -> ColumnElement[bool]:
    """Tell whether a manager gave a view on one of those reviews; it can be given from the third of them on."""
    review = REVIEW.alias()
    return exists(select(review.c.id).where(in_a_row(row, review), review.c.drift_view.is_not(None)).correlate_except(review))


def review_limit(row: FromClause, now: Sql) -> Sql:
    """Write the latest day for the next review, as the rule of the same name works it out: a cycle keeps what was set as it began."""
    held = counted(row, now)

    def by_cycle(write: Callable[[Level, str], Any]) -> Sql:
        def of_level(workflow: Workflow[Any]) -> Sql:
            _, level = plan_state(workflow)
            return case((held.c.is_first, write(level, FIRST_PLAN)), else_=write(level, LATER_CYCLE))

        return by_version(row, of_level)

    weeks = number_set(by_cycle(setting_of), row, held.c.at)
    default = by_cycle(lambda level, trigger: ahead(cap_of(level, trigger=trigger), held.c.day))
    return select(func.coalesce(held.c.day + number(7) * weeks, default)).select_from(held).correlate_except(held).scalar_subquery()


def by_version(row: FromClause, write: Callable[[Workflow[Any]], Sql]) -> Sql:
    """Choose by the version that a case stays on."""
    return case(
        *((and_(row.c.workflow == constant(key), row.c.workflow_version == number(n)), write(each)) for (key, n), each in WORKFLOWS.items())
    )


def counted(row: FromClause, now: Sql) -> FromClause:
    """Select from which day the limit is counted, by what was set at which instant, and whether for a first plan: each once."""
    plan = by_version(row, lambda workflow: constant(plan_state(workflow)[0]))
    pauses = and_(row.c.state == constant(PAUSED), row.c.paused_from == plan)
    goes_on = or_(row.c.state == plan, pauses)
    in_cycle = cycle_since(row) + case((pauses, now - row.c.entered_at), else_=literal_column("interval '0'"))
    since = case((goes_on, func.coalesce(in_cycle, row.c.entered_at)), else_=now)
    begun = case((goes_on, func.coalesce(cycle_began(row), row.c.entered_at)), else_=now)
    is_first = case((goes_on, func.coalesce(cycle(row) == constant(FIRST_PLAN), false())), else_=row.c.state != constant(REVIEWED))
    day = cast(func.timezone(constant("Europe/London"), since), Date)
    found = select(day.label("day"), begun.label("at"), is_first.label("is_first")).correlate_except()
    return found.offset(number(0)).subquery()


def setting_of(level: Level, trigger: str) -> Sql:
    """Name what sets the length of the cycle that a trigger begins; null where it has no limit."""
    if cap_of(level, trigger=trigger) is None:
        return null()
    return constant("reviews.later" if trigger != FIRST_PLAN and level.later else "reviews.first")


def ahead(cap: Cap | None, day: Sql) -> Sql:
    """Write the last day that a published cap allows, counted from a day."""
    if cap is None:
        return cast(constant(dt.date.max.isoformat()), Date)
    if cap.clock is Clock.CALENDAR_WEEKS:
        return day + number(7 * cap.n)
    return cast(day + func.make_interval(number(0), number(cap.n)), Date)
