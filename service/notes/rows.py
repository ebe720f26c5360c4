"""Who sees a case note, and the SQL of notes."""

from typing import Any

from sqlalchemy import ARRAY, Boolean, ColumnElement, FromClause, Text, Uuid, bindparam, column, func, insert, select, update

from service.access.actor import Actor
from service.access.visible import VISIBLE
from service.cases import loads, writes
from service.cases.tables import CASE
from service.cases.visibility import part_of_case
from service.households.rows import family
from service.journal.statements import param, params, whole
from service.journal.transaction import recorded
from service.notes.rules import EDITABLE
from service.notes.tables import NOTE, REVISION, SEEN

part_of_case(NOTE)


@VISIBLE.of(SEEN)
@VISIBLE.of(REVISION)
def of_visible_note(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is part of a note that one sees."""
    return row.c.note_id.in_(VISIBLE.rows(NOTE, actor, "id"))


VISIBLE.follows(SEEN, NOTE, SEEN.c.note_id)
VISIBLE.follows(REVISION, NOTE, REVISION.c.note_id)


THE_NOTE = NOTE.c.id == bindparam("note_id", type_=Uuid())


def the_note(_case: Any) -> Any:
    """Write the note that is to be amended, as JSON."""
    return whole(NOTE, THE_NOTE)


LOAD = loads.loading("load case to add a note", family=family)
LOAD_OF_NOTE = loads.loading("load case of note", CASE.c.id == select(NOTE.c.case_id).where(THE_NOTE).scalar_subquery(), note=the_note)

IDS = bindparam("seen_ids", type_=ARRAY(Uuid()))
ALONE, WORDS = bindparam("seen_alone", type_=ARRAY(Boolean())), bindparam("seen_words", type_=ARRAY(Text()))
COLUMNS = (column("person_id", Uuid()), column("alone", Boolean()), column("own_words", Text()))
WHO = func.unnest(IDS, ALONE, WORDS).table_valued(*COLUMNS, name="who").render_derived()
WERE_SEEN = select(param("note_id", NOTE.c.id), *(WHO.c[each.name] for each in COLUMNS))
ADD_NOTE = recorded(
    "add note",
    writes.changed(),
    insert(NOTE).values(params(NOTE, "note")),
    insert(SEEN).from_select(["note_id", *(each.name for each in COLUMNS)], WERE_SEEN),
)
AMEND_NOTE = recorded(
    "amend note",
    writes.changed(),
    insert(REVISION).values(params(REVISION, "old")),
    update(NOTE).where(THE_NOTE).values({name: param(f"note_{name}", NOTE.c[name]) for name in (*EDITABLE, "revision")}),
)
