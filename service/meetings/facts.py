"""What the guards look at in meetings."""

from typing import Any

from sqlalchemy import ColumnElement, Date, FromClause, cast, exists, func, or_, select

from service.journal.statements import constant
from service.meetings.tables import FAMILY_INVITED, MEETING
from service.visits.tables import VISIT

Sql = ColumnElement[Any]
TABLES = (FAMILY_INVITED, MEETING, VISIT)
"""What the fragments enter: the guards judge the whole truth, whoever asks."""


def signed_off_on(row: FromClause) -> Sql:
    """Write the day, in London, on which the assessment of a case was signed off last; null while it was not."""
    stay = VISIT.alias()
    last = select(func.max(stay.c.left_at)).where(stay.c.case_id == row.c.id, stay.c.left_by == constant("sign_off"))
    return cast(func.timezone(constant("Europe/London"), last.correlate_except(stay).scalar_subquery()), Date)


def meeting_held(row: FromClause, _now: Sql) -> ColumnElement[bool]:
    """Tell whether the team met since the assessment was signed off, with one of the family there or their views given."""
    meeting, person = MEETING.alias(), FAMILY_INVITED.alias()
    came = select(person.c.person_id).where(person.c.meeting_id == meeting.c.id, person.c.presence == constant("attended"))
    heard = or_(meeting.c.family_views.is_not(None), exists(came.correlate_except(person)))
    found = select(meeting.c.id).where(meeting.c.case_id == row.c.id, meeting.c.held_on >= signed_off_on(row), heard)
    return exists(found.correlate_except(meeting))
