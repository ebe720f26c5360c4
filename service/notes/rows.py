"""Who sees a case note, and the SQL of notes."""

from sqlalchemy import ColumnElement, FromClause

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases.visibility import of_visible_case
from service.notes.tables import NOTE, REVISION, SEEN

VISIBLE.of(NOTE)(of_visible_case)


@VISIBLE.of(SEEN)
@VISIBLE.of(REVISION)
def of_visible_note(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of a note that one sees."""
    return row.c.note_id.in_(VISIBLE.rows(NOTE, actor, "id"))
