"""How the council's structure is changed: by one person at a time, so that what a change was judged by still holds when it is written."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, Update, insert, select, update

from service.access.rules import Standing
from service.access.standing import WRITER, in_the_council, is_active, named
from service.council.tables import COUNCIL
from service.errors import NotSaved
from service.journal.chain import Event
from service.journal.statements import Statement, param, params, prefixed, statement
from service.journal.transaction import STREAM_ID, VERSION, Loaded, Transaction, Written, beginning, for_change, recorded

TAKE_TURNS = statement(
    "take turns at the council's structure",
    select(COUNCIL.c.id).where(in_the_council(WRITER)[Standing.ADMINISTRATOR]).with_for_update(),
)
"""A statement of its own: one that waits and judges in one would judge by what was so before the wait. Nobody else queues for it."""

Facts = Callable[[Any], ColumnElement[Any]]


def standing() -> ColumnElement[Any]:
    """Name how the actor stands to the council."""
    return named(WRITER, in_the_council(WRITER))


def beginning_of(stream: str) -> Statement:
    """Compile what is asked before a record of a kind is added."""
    return statement(f"begin {stream}", beginning(standings=standing()), stream=stream)


def loading(name: str, table: Table, condition: ColumnElement[bool], **more: Facts) -> Statement:
    """Compile a load of a record for change, with more facts of its row."""
    locked = select(table).where(condition, is_active(WRITER))

    def facts(row: Any) -> Mapping[str, ColumnElement[Any]]:
        return {"standings": standing(), **{each: write(row) for each, write in more.items()}}

    return statement(name, for_change(locked, stream=table.name, facts=facts), stream=table.name)


def loading_by_id(table: Table, **more: Facts) -> Statement:
    """Compile the ordinary load of a record: by its id."""
    return loading(f"load {table.name} for change", table, table.c.id == param("id", table.c.id), **more)


def changed(table: Table, *columns: str) -> Update:
    """Change some columns of a record, whose version is the number of the event that goes with it."""
    values = {name: param(f"{table.name}_{name}", table.c[name]) for name in columns}
    return update(table).where(table.c.id == STREAM_ID).values(version=VERSION, **values)


def adding(table: Table) -> Statement:
    """Compile the writing of a new record."""
    return recorded(f"add {table.name}", insert(table).values(params(table, table.name)))


def amending(table: Table, *columns: str) -> Statement:
    """Compile the amendment of a record."""
    return recorded(f"amend {table.name}", changed(table, *columns))


async def begin(tx: Transaction, sql: Statement) -> Loaded:
    """Take one's turn, then begin a new record."""
    return in_turn(await turn(tx), await tx.begin(sql))


async def load(tx: Transaction, sql: Statement, expected_version: int | None = None, **values: object) -> Loaded:
    """Take one's turn, then lock a record for change. Raise NotFound, Conflict."""
    return in_turn(await turn(tx), await tx.load(sql, expected_version=expected_version, **values))


async def turn(tx: Transaction) -> bool:
    """Wait for one's turn; tell whether the actor gets one."""
    return await tx.connection.fetchval(TAKE_TURNS.sql, *TAKE_TURNS.arguments(tx.asked({}))) is not None


def in_turn(has_turn: bool, found: Loaded) -> Loaded:
    """Return what was loaded. Raise NotSaved for somebody who was made an administrator since they got no turn."""
    if not has_turn and Standing.ADMINISTRATOR in found.standings:
        raise NotSaved
    return found


async def add(tx: Transaction, sql: Statement, begun: Loaded, kind: str, row: Mapping[str, object]) -> Written:
    """Write a new record, which has its stream's id and the version 1, with its event."""
    stream = begun.position.stream
    whole = {"id": stream.id, "version": 1, **row}
    return await tx.write(sql, begun.position, Event(kind, whole), record=stream.id, **prefixed(stream.kind, whole))


async def amend(tx: Transaction, sql: Statement, found: Loaded, kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Written:
    """Write a record's columns anew, with an event that says what they were and what they are."""
    stream, event = found.position.stream, Event(kind, {"before": before, "after": after})
    return await tx.write(sql, found.position, event, record=stream.id, **prefixed(stream.kind, after))
