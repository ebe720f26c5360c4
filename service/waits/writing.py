"""Parts of a write that begin and end waits, beside the change that they go with."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, DateTime, FromClause, Insert, Update, Uuid, bindparam, column, func, insert, select, update

from service.configuration.in_force import InForce
from service.journal.statements import constant, param
from service.journal.transaction import AT, STREAM_ID
from service.waits.rules import due
from service.waits.tables import WAIT, WaitKind

DUE = bindparam("wait_due_at", type_=DateTime(timezone=True))
DUES = (
    func.unnest(bindparam("wait_places", type_=ARRAY(Uuid())), bindparam("wait_dues", type_=ARRAY(DateTime(timezone=True))))
    .table_valued(column("locality_id", Uuid()), column("due_at", DateTime(timezone=True)), name="dues")
    .render_derived()
)
"""When a wait that begins now is due in each locality."""


def begin(kind: WaitKind) -> Insert:
    """Begin a wait of the case, unless it has no due instant."""
    row: dict[str, Any] = {"id": param("wait_id", WAIT.c.id), "case_id": STREAM_ID, "kind": constant(kind)}
    row |= {"about": bindparam("wait_about", type_=Uuid()), "started_at": AT, "due_at": DUE}
    return insert(WAIT).from_select(list(row), select(*row.values()).where(DUE.is_not(None)))


def begin_each(kind: WaitKind, cases: FromClause) -> Insert:
    """Begin a wait of each of some cases, about no record, due as its locality has it; the event is another stream's."""
    row: dict[str, Any] = {"id": func.gen_random_uuid(), "case_id": cases.c.case_id, "kind": constant(kind)}
    row |= {"started_at": AT, "due_at": DUES.c.due_at}
    here = cases.join(DUES, DUES.c.locality_id == cases.c.locality_id)
    return insert(WAIT).from_select(list(row), select(*row.values()).select_from(here))


def end(kind: WaitKind, *conditions: ColumnElement[bool]) -> Update:
    """End the waits of the case of one kind, those that meet the conditions."""
    running = [WAIT.c.case_id == STREAM_ID, WAIT.c.kind == constant(kind), WAIT.c.ended_at.is_(None)]
    return update(WAIT).where(*running, *conditions).values(ended_at=AT)


def end_all(*conditions: ColumnElement[bool]) -> Update:
    """End every wait of the case, under some conditions."""
    return update(WAIT).where(WAIT.c.case_id == STREAM_ID, WAIT.c.ended_at.is_(None), *conditions).values(ended_at=AT)


def values(
    kind: WaitKind, *, wait_id: UUID, now: dt.datetime, settings: InForce, about: UUID | None = None, begins: bool = True
) -> dict[str, Any]:
    """Return the values of a wait that begins now, or of none."""
    return {"wait_id": wait_id, "wait_about": about, "wait_due_at": due(kind, since=now, settings=settings) if begins else None}
