"""The records of a case: each is written in the case's stream, which makes the case's version one greater."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ARRAY, ColumnElement, Insert, Table, Update, Uuid, func, insert, select, update

from service.cases import loads, writes
from service.cases.tables import CASE
from service.changing.amending import amended
from service.errors import expect_revision
from service.journal.chain import Event
from service.journal.statements import Statement, param, params, prefixed
from service.journal.transaction import Loaded, Transaction, Written, recorded

Facts = Callable[[Any], Any]
FROM_JSON: Mapping[type, Callable[[str], Any]] = {
    dt.date: dt.date.fromisoformat,
    dt.datetime: dt.datetime.fromisoformat,
    UUID: UUID,
}


def the_record(table: Table) -> ColumnElement[bool]:
    """Tell whether a row is the record that a statement is about."""
    return table.c.id == param("record_id", table.c.id)


def case_of(table: Table) -> ColumnElement[bool]:
    """Tell whether a case is the one that the record is part of."""
    return CASE.c.id == select(table.c.case_id).where(the_record(table)).scalar_subquery()


def loading_of(table: Table, **more: Facts) -> Statement:
    """Compile the load of a record's case for change, with the record as JSON and more facts."""
    record = select(func.row_to_json(table.table_valued())).where(the_record(table)).scalar_subquery()
    return loads.loading(f"load case of {table.name}", case_of(table), record=lambda _case: record, **more)


def adding(table: Table, *others: Insert | Update) -> Statement:
    """Compile the writing of a new record, and of what goes with it."""
    return recorded(f"add {table.name}", writes.changed(), insert(table).values(params(table, table.name)), *others)


def changing(name: str, table: Table, values: Mapping[str, Any], *others: Insert | Update) -> Statement:
    """Compile a change of a record, and of what goes with it."""
    return recorded(name, writes.changed(), update(table).where(the_record(table)).values(dict(values)), *others)


def amending(table: Table, *columns: str, others: tuple[Insert | Update, ...] = ()) -> Statement:
    """Compile the amendment of a record that is rewritten: its revision becomes one greater."""
    values = {each: param(f"{table.name}_{each}", table.c[each]) for each in (*columns, "revision")}
    return changing(f"amend {table.name}", table, values, *others)


def read_row(table: Table, found: str) -> dict[str, Any]:
    """Read a record from its JSON, each value as Python has it."""
    return {name: value if value is None else read_value(table.c[name], value) for name, value in orjson.loads(found).items()}


def read_value(column: ColumnElement[Any], value: Any) -> Any:
    """Read one value by the type of its column."""
    if isinstance(column.type, ARRAY):
        return [UUID(each) for each in value] if isinstance(column.type.item_type, Uuid) else value
    read = FROM_JSON.get(column.type.python_type)
    return read(value) if read else value


async def add(tx: Transaction, sql: Statement, case: Loaded, kind: str, table: Table, row: Mapping[str, Any], **more: Any) -> Written:
    """Write a new record with its event, and the values of what goes with it."""
    record = {"id": tx.new_id(case.now), "case_id": case["id"], **row}
    event = Event(kind, {table.name: record, **{name: value for name, value in more.items() if name in said(more)}})
    return await tx.write(sql, case.position, event, record=record["id"], **prefixed(table.name, record), **more)


def said(more: Mapping[str, Any]) -> set[str]:
    """Name what an event says beside the record itself: nothing of the bookkeeping of waits."""
    return {name for name in more if not name.startswith("wait_")}


def to_amend(
    table: Table,
    case: Loaded,
    changes: Mapping[str, Any],
    *,
    expected_revision: int,
    editable: tuple[str, ...],
    always_filled: Mapping[str, str],
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return a loaded record, and what it says before and after some changes. Raise Rewritten, BadInput, AlreadyDone."""
    record = read_row(table, case["record"])
    expect_revision(record["revision"], expected_revision, "This record")
    before, after = amended(record, changes, editable=editable, always_filled=always_filled)
    return record, before, after


async def amend(
    tx: Transaction,
    sql: Statement,
    case: Loaded,
    kind: str,
    table: Table,
    record: Mapping[str, Any],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    reason: str | None = None,
    **more: Any,
) -> Written:
    """Write a record anew, its revision one greater, with an event that says what it was and what it is."""
    event = Event(kind, {"id": record["id"], "before": before, "after": after, **({"why": reason} if reason else {})})
    values = prefixed(table.name, {**after, "revision": record["revision"] + 1})
    return await tx.write(sql, case.position, event, record=record["id"], record_id=record["id"], **values, **more)
