"""The tables of the sample, with every awkward thing, and who may see which of their rows."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean as SqlBoolean
from sqlalchemy import (
    Column,
    ColumnElement,
    DateTime,
    ForeignKey,
    FromClause,
    Integer,
    MetaData,
    Table,
    Text,
    Uuid,
    false,
    or_,
    select,
    true,
)
from sqlalchemy import Date as SqlDate

from service.access.actor import Actor, Role
from service.reading import Visibility
from service.reading.statement import TRACE


class State(StrEnum):
    TRIAGE = "triage"
    PLANNING = "planning"
    CLOSED = "closed"


class Order(StrEnum):
    DUE = "due"
    LATEST = "latest"
    FAMILY = "family"


METADATA = MetaData()


def key(to: str | None = None, **options: Any) -> Any:
    return Column(Uuid, *([ForeignKey(f"{to}.id")] if to else []), **options)


def table(name: str, /, **columns: Any) -> Table:
    for column_name, column in columns.items():
        column.name = column.key = column_name
    return Table(name, METADATA, *columns.values())


def moment(**options: Any) -> Any:
    return Column(DateTime(timezone=True), **options)


def text(**options: Any) -> Any:
    return Column(Text, **options)


WORKER = table("worker", id=key(primary_key=True), name=text(nullable=False), team=text(nullable=False))
PERSON = table(
    "person",
    id=key(primary_key=True),
    given_name=text(nullable=False),
    family_name=text(nullable=False),
    birth_date=Column(SqlDate),
    kin_id=key("person"),
)
CASE = table(
    "cases",
    id=key(primary_key=True),
    reference=text(nullable=False),
    state=text(nullable=False),
    worker_id=key("worker"),
    person_id=key("person", nullable=False),
    opened_at=moment(nullable=False),
    due_at=moment(),
    version=Column(Integer, nullable=False),
)
NOTE = table(
    "note",
    id=key(primary_key=True),
    case_id=key("cases", nullable=False),
    author_id=key("worker", nullable=False),
    at=moment(nullable=False),
    text=text(nullable=False),
    weight=Column(Integer),
)
SEEN = table(
    "seen", note_id=key("note", primary_key=True), person_id=key("person", primary_key=True), alone=Column(SqlBoolean, nullable=False)
)
PLAN = table("plan", id=key(primary_key=True), case_id=key("cases", nullable=False, unique=True), title=text(nullable=False))

TRACE.to_metadata(METADATA)

visibility = Visibility()


@visibility.of(WORKER)
def visible_workers(worker: FromClause, actor: Actor) -> ColumnElement[bool]:
    return true()


@visibility.of(CASE)
def visible_cases(case: FromClause, actor: Actor) -> ColumnElement[bool]:
    if Role.SERVICE_MANAGER in actor.roles:
        return true()
    if Role.WORKER not in actor.roles:
        return false()
    me, colleague = WORKER.alias(), WORKER.alias()
    mine = select(colleague.c.id).join(me, me.c.team == colleague.c.team).where(me.c.id == actor.id)
    return or_(case.c.worker_id == actor.id, case.c.worker_id.in_(mine))


@visibility.of(PERSON)
def visible_people(person: FromClause, actor: Actor) -> ColumnElement[bool]:
    return person.c.id.in_(visibility.rows(CASE, actor, "person_id"))


@visibility.of(NOTE)
@visibility.of(PLAN)
def of_visible_case(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    if Role.SERVICE_MANAGER in actor.roles:
        return true()
    return row.c.case_id.in_(visibility.rows(CASE, actor, "id"))


@visibility.of(SEEN)
def of_visible_note(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    return row.c.note_id.in_(visibility.rows(NOTE, actor, "id"))


visibility.follows(NOTE, CASE, NOTE.c.case_id)  # plans are left to be asked, so that the oracle sees both ways
visibility.follows(SEEN, NOTE, SEEN.c.note_id)
