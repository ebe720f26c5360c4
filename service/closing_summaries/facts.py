"""What the guards look at before a case ends: that its end was written down, and that the family knows."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, exists, not_, select

from service.closing_summaries.tables import CLOSING_SUMMARY, FAMILY_TOLD
from service.journal.statements import constant
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
TABLES = (CLOSING_SUMMARY, FAMILY_TOLD, VISIT)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""
GOES_ON = [constant("continue_plan"), constant("reassess")]
"""After one of these steps an ending that was prepared before counts no more."""


def overtaken(row: FromClause, at: Sql) -> ColumnElement[bool]:
    """Tell whether help went on after an instant, so that what was said of its end is out of date."""
    stay = VISIT.alias()
    later = select(stay.c.id).where(stay.c.case_id == row.c.id, stay.c.entered_by.in_(GOES_ON), stay.c.entered_at > at)
    return exists(later.correlate_except(stay))


def closing_summary(row: FromClause, _now: Sql) -> ColumnElement[bool]:
    """Tell whether it is written what is better and who helps from now on, since help last went on."""
    summary = CLOSING_SUMMARY.alias()
    found = select(summary.c.id).where(summary.c.case_id == row.c.id, not_(overtaken(row, summary.c.written_at)))
    return exists(found.correlate_except(summary))


def family_told(row: FromClause, _now: Sql) -> ColumnElement[bool]:
    """Tell whether the family was told of the ending, or it is recorded why not, since help last went on."""
    told = FAMILY_TOLD.alias()
    found = select(told.c.id).where(told.c.case_id == row.c.id, not_(overtaken(row, told.c.recorded_at)))
    return exists(found.correlate_except(told))
