"""The records of a person: each is written in the person's stream, which makes the person's version one greater."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Insert, Table, Update, insert, select, update

from service.access.standing import WRITER
from service.access.visible import VISIBLE
from service.cases.records import amend, read_row, the_record, to_amend
from service.entered_in_error.rules import refuse_struck
from service.journal.chain import Event
from service.journal.statements import Statement, param, params, prefixed, whole
from service.journal.transaction import Loaded, Transaction, Written, recorded
from service.people import rows
from service.people.tables import PERSON

__all__ = ["add", "adding", "amend", "amending", "changing", "loading", "loading_of", "person_of", "read_row", "standing", "to_amend"]

Facts = Callable[[Any], Any]


def person_of(table: Table) -> ColumnElement[bool]:
    """Tell whether a person is the one whom the record is about, where the actor sees the record."""
    row = table.alias()
    about = row.c.id if table is PERSON else row.c.person_id
    asked = select(about).where(row.c.id == param("record_id", row.c.id), VISIBLE.predicate(row, table, WRITER))
    return PERSON.c.id == asked.scalar_subquery()


def loading(name: str, **more: Facts) -> Statement:
    """Compile the load of a person about whom something is to be recorded."""
    return rows.loading(name, **more)


def loading_of(table: Table, **more: Facts) -> Statement:
    """Compile the load of a record's person for change, with the record as JSON and more facts."""
    record = whole(table, the_record(table))
    return rows.loading(f"load person of {table.name}", person_of(table), record=lambda _person: record, **more)


def adding(table: Table, *others: Insert | Update) -> Statement:
    """Compile the writing of a new record, and of what goes with it."""
    return recorded(f"add {table.name}", rows.changed(), insert(table).values(params(table, table.name)), *others)


def changing(name: str, table: Table, values: Mapping[str, Any], *others: Insert | Update) -> Statement:
    """Compile a change of a record, and of what goes with it."""
    return recorded(name, rows.changed(), update(table).where(the_record(table)).values(dict(values)), *others)


def amending(table: Table, *columns: str, others: tuple[Insert | Update, ...] = ()) -> Statement:
    """Compile the amendment of a record that is rewritten: its revision becomes one greater."""
    values = {each: param(f"{table.name}_{each}", table.c[each]) for each in (*columns, "revision")}
    return changing(f"amend {table.name}", table, values, *others)


async def add(tx: Transaction, sql: Statement, person: Loaded, kind: str, table: Table, row: Mapping[str, Any], **more: Any) -> Written:
    """Write a new record with its event, and the values of what goes with it."""
    record = {"id": tx.new_id(person.now), "person_id": person["id"], **row}
    return await tx.write(
        sql, person.position, Event(kind, {table.name: record}), record=record["id"], **prefixed(table.name, record), **more
    )


def standing(table: Table, found: Loaded) -> dict[str, Any]:
    """Return a loaded record. Raise Refused for one that was entered in error."""
    record = read_row(table, found["record"])
    refuse_struck(record)
    return record
