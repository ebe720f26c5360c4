"""The present cycle of a plan, in SQL: the step with which it began, and since when it counts."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, func, literal_column, select

from service.configuration.facts import in_force
from service.journal.statements import constant, number
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
CYCLES = ("start_plan", "continue_plan")
"""The steps with which a cycle of the plan begins."""
BEGAN = VISIT.c.entered_by.in_([constant(each) for each in CYCLES])


def stays(row: FromClause, *columns: Sql) -> Select[Any]:
    """Select of the stays of a case."""
    return select(*columns).where(VISIT.c.case_id == row.c.id).correlate_except(VISIT)


def cycle(row: FromClause) -> Sql:
    """Name the step with which the plan's present cycle began; null before the plan."""
    return stays(row, VISIT.c.entered_by).where(BEGAN).order_by(VISIT.c.entered_at.desc()).limit(number(1)).scalar_subquery()


def cycle_began(row: FromClause) -> Sql:
    """Write when that cycle began."""
    return stays(row, func.max(VISIT.c.entered_at)).where(BEGAN).scalar_subquery()


def cycle_since(row: FromClause) -> Sql:
    """Write since when that cycle counts: since it began, and later by as long as it was paused."""
    began = cycle_began(row)
    pause = VISIT.alias()
    its_pauses = [pause.c.case_id == row.c.id, pause.c.state == constant("paused"), pause.c.entered_at >= began]
    length = select(func.sum(pause.c.left_at - pause.c.entered_at)).where(*its_pauses).correlate_except(pause).scalar_subquery()
    return began + func.coalesce(length, literal_column("interval '0'"))


def cycle_settings(row: FromClause) -> Sql:
    """Write what the council had set as that cycle began: the cycle keeps it."""
    return in_force(cycle_began(row), row.c.locality_id)


CYCLE = {"cycle": cycle, "cycle_since": cycle_since, "cycle_settings": cycle_settings}
"""What a load reads of it."""
