"""What the guards look at in a plan: SQL fragments of a case and an instant, used by reads and writes alike."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, func, not_, or_, select

from service.cases.tables import CASE_CHILD
from service.journal.statements import constant
from service.needs.tables import NEED
from service.plans.tables import ACTION, OUTCOME, OUTCOME_NEED

Sql = ColumnElement[Any]
TABLES = (ACTION, CASE_CHILD, NEED, OUTCOME, OUTCOME_NEED)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""


def answers(need_id: Sql) -> Sql:
    """Count the outcomes of the plan that answer a need; one that was given up answers none."""
    link, outcome = OUTCOME_NEED.alias(), OUTCOME.alias()
    found = select(func.count()).select_from(link.join(outcome, outcome.c.id == link.c.outcome_id))
    wanted = found.where(link.c.need_id == need_id, outcome.c.status != constant("ended"))
    return wanted.correlate_except(link, outcome).scalar_subquery()


def unanswered_needs(row: FromClause, _now: Sql) -> Sql:
    """Count the open needs of children whose help goes on that have neither an outcome nor a reason for none."""
    need, child = NEED.alias(), CASE_CHILD.alias()
    on_case = and_(child.c.case_id == need.c.case_id, child.c.person_id == need.c.child_id, child.c.ended_at.is_(None))
    ongoing = exists(select(child.c.person_id).where(on_case).correlate_except(child))
    link, outcome = OUTCOME_NEED.alias(), OUTCOME.alias()
    joined = link.join(outcome, outcome.c.id == link.c.outcome_id)
    its_own = select(link.c.need_id).select_from(joined).where(link.c.need_id == need.c.id, outcome.c.status != constant("ended"))
    answered = or_(need.c.unanswered_why.is_not(None), exists(its_own.correlate_except(link, outcome)))
    found = select(func.count()).select_from(need).where(need.c.case_id == row.c.id, need.c.status == constant("open"), ongoing)
    return found.where(not_(answered)).correlate_except(need).scalar_subquery()


def outcomes_with_actions(row: FromClause, _now: Sql) -> Sql:
    """Count the open outcomes that have an action, done or to be done; each names somebody and a day."""
    outcome, action = OUTCOME.alias(), ACTION.alias()
    has_action = exists(
        select(action.c.id).where(action.c.outcome_id == outcome.c.id, action.c.status != constant("ended")).correlate_except(action)
    )
    found = select(func.count()).select_from(outcome).where(outcome.c.case_id == row.c.id, outcome.c.status == constant("open"))
    return found.where(has_action).correlate_except(outcome).scalar_subquery()


def open_actions(row: FromClause, _now: Sql) -> Sql:
    """Count the actions that are neither done nor ended with a reason."""
    action = ACTION.alias()
    found = select(func.count()).select_from(action).where(action.c.case_id == row.c.id, action.c.status == constant("open"))
    return found.correlate_except(action).scalar_subquery()
