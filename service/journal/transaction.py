"""One write: a locked load, one writing statement, and an honest word about how it ended."""

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

import asyncpg
from sqlalchemy import (
    ColumnElement,
    DateTime,
    Integer,
    Interval,
    Select,
    Text,
    Uuid,
    bindparam,
    column,
    func,
    insert,
    literal_column,
    select,
    table,
    true,
)
from sqlalchemy.sql.dml import UpdateBase

from service import errors
from service.access.actor import Actor
from service.access.rules import Action, may
from service.journal import chain
from service.journal.chain import Event, Position, Stream
from service.journal.ids import uuid7
from service.journal.statements import Statement, constant, param, params, statement
from service.journal.tables import EventRow, KeyRow, table_of

if TYPE_CHECKING:
    from asyncpg.pool import PoolConnectionProxy

    Connection: TypeAlias = PoolConnectionProxy[asyncpg.Record]

EVENT, KEY = table_of(EventRow), table_of(KeyRow)


@dataclass(frozen=True)
class Request:
    """What somebody asks for, with a key: the same key never has a second effect.

    `clock` and `entropy` are None and the machine's own, but for tests and the demonstration council.
    """

    actor: Actor
    action: str
    key: str
    input: Mapping[str, object]
    clock: dt.datetime | None = None
    entropy: Callable[[int], bytes] = field(default=secrets.token_bytes, compare=False)

    @cached_property
    def digest(self) -> bytes:
        """Hash the canonical input, by which a second use of the key is known as the same or as another."""
        return chain.sha256(chain.canonical(dict(self.input)).encode())


@dataclass(frozen=True, slots=True)
class Written:
    """The effect of a write: the event, and the record it is about. What to show is read again, as of now."""

    stream: Stream
    seq: int
    record: UUID
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A record that is locked for change: its row and what else was asked for, where its stream stands, how the actor stands to it."""

    row: Mapping[str, Any]
    position: Position
    standings: Collection[str]

    def __getitem__(self, name: str) -> Any:
        return self.row[name]

    @property
    def now(self) -> dt.datetime:
        """Return the instant of the change."""
        return self.position.now


class Replayed(Exception):
    """The key has had its effect; not an error: it ends the action early."""

    def __init__(self, written: Written) -> None:
        self.written = written


PRACTITIONER = table("practitioner", column("id", Uuid()), column("name", Text()))
"""Who changed a record last, by name; the noun itself stands above the journal."""

ASKED = select(literal_column("1")).subquery("asked")
CLOCK = func.coalesce(bindparam("clock", type_=DateTime(timezone=True)), func.clock_timestamp())
NOW = func.greatest(CLOCK, EVENT.c.at + literal_column("interval '1 microsecond'", Interval()))
"""The instant of a change, where its stream's last event is joined: always later than that event, though the clock be put back, so that
what is ordered by time is ordered as it was written."""

VERSION, STREAM_ID = bindparam("event_seq", type_=Integer()), bindparam("event_stream_id", type_=Uuid())
AT = bindparam("event_at", type_=DateTime(timezone=True))
"""Of the event that a write carries: its number, which becomes the record's version, the record's key, and the instant."""

ITS_KEY = (KEY.c.actor == param("actor_id", KEY.c.actor)) & (KEY.c.key == param("key", KEY.c.key))
OF_KEY = [column.label(f"key_{column.name}") for column in KEY.c]


def beginning(**facts: ColumnElement[Any]) -> Select[Any]:
    """Build the load of a record that is not there yet: the clock, the key, and what has to be known."""
    return select(CLOCK.label("now"), *OF_KEY, *(fact.label(name) for name, fact in facts.items())).select_from(
        ASKED.outerjoin(KEY, ITS_KEY)
    )


def for_change(locked: Select[Any], *, stream: str, facts: Callable[[Any], Mapping[str, ColumnElement[Any]]]) -> Select[Any]:
    """Build a load: lock the row first, then read its last event, the key, the facts and the clock. Always answers one row.

    The clock stands outside the locking part, or it would be taken before the wait.
    """
    row = locked.with_for_update().cte("locked").prefix_with("MATERIALIZED")
    last_actor = select(PRACTITIONER.c.name).where(PRACTITIONER.c.id == EVENT.c.actor).scalar_subquery()
    its_last = (EVENT.c.stream_kind == constant(stream)) & (EVENT.c.stream_id == row.c.id) & (EVENT.c.seq == row.c.version)
    return select(
        row,
        NOW.label("now"),
        *(EVENT.c[name].label(f"last_{name}") for name in ("hash", "at", "kind")),
        last_actor.label("last_actor"),
        *OF_KEY,
        *(fact.label(name) for name, fact in facts(row).items()),
    ).select_from(ASKED.outerjoin(row, true()).outerjoin(EVENT, its_last).outerjoin(KEY, ITS_KEY))


def recorded(name: str, change: UpdateBase, *others: UpdateBase) -> Statement:
    """Compile a write: the rows' changes and always the event and the key, in one statement. Answers how many rows `change` met."""
    changed = change.returning(literal_column("1")).cte("changed")
    of_event = {name: param(f"event_{name}", EVENT.c[name]) for name in ("stream_kind", "stream_id", "seq")}
    of_key = {"actor": param("event_actor", EVENT.c.actor)} | {n: param(n, KEY.c[n]) for n in ("key", "action", "digest", "record")}
    rest = (*others, insert(EVENT).values(params(EVENT, "event")), insert(KEY).values(of_event | of_key))
    return statement(name, select(func.count()).select_from(changed).add_cte(*(each.cte(f"w{n}") for n, each in enumerate(rest))))


@dataclass(frozen=True)
class Transaction:
    """An open transaction and what it is for. Actions get it; only `rows` use it."""

    connection: "Connection"
    request: Request
    shown: list[Stream] = field(default_factory=list)
    """The records whose state the action was shown, so that a refusal is traced as a reading of them."""
    made: list[UUID] = field(default_factory=list)
    """The ids that were made for it, in order."""

    def asked(self, values: Mapping[str, object]) -> dict[str, object]:
        request = self.request
        return {**values, "actor_id": request.actor.id, "key": request.key, "clock": request.clock}

    async def load(self, sql: Statement, *, expected_version: int | None = None, **values: object) -> Loaded:
        """Lock a record for change. Raise NotFound, IdempotencyMismatch, Conflict.

        A statement that waited for a lock gets the new row from PostgreSQL, but everything else as it was *before* the wait. Then the
        row's last event is not there yet, and we ask once more, holding the lock.
        """
        for _ in range(2):
            row = await self.connection.fetchrow(sql.sql, *sql.arguments(self.asked(values)))
            assert row is not None
            self.refuse_other_use(row)
            if row["version"] is None:
                raise errors.NotFound
            if row["last_hash"] is not None:
                return self.loaded(sql, row, expected_version)
        raise errors.BrokenJournal

    def loaded(self, sql: Statement, row: asyncpg.Record, expected_version: int | None) -> Loaded:
        """Note what was shown, for the trace of a refusal, and compare the version; a key that has had its effect asks nothing of it."""
        stream = Stream(sql.stream, row["id"])
        self.shown.append(stream)
        if row["key_action"] is None and expected_version not in (None, row["version"]):
            last = {name: row[f"last_{name}"] for name in ("actor", "at", "kind")}
            raise errors.Conflict(
                version=row["version"], changed_by=last["actor"], changed_at=last["at"], event=last["kind"], state=row.get("stands_in")
            )
        return Loaded(row, Position(stream, row["version"], row["last_hash"], row["now"]), row["standings"])

    async def begin(self, sql: Statement, **values: object) -> Loaded:
        """Look the key up before a new record is made, with the facts. The key's own uniqueness settles a race."""
        row = await self.connection.fetchrow(sql.sql, *sql.arguments(self.asked(values)))
        assert row is not None
        self.refuse_other_use(row)
        new = Stream(sql.stream, self.new_id(row["now"]))
        return Loaded(row, Position(new, 0, None, row["now"]), row["standings"])

    def refuse_other_use(self, row: asyncpg.Record) -> None:
        if row["key_action"] is not None and (row["key_action"], row["key_digest"]) != (self.request.action, self.request.digest):
            raise errors.IdempotencyMismatch(path=("idempotencyKey",))

    def may(self, loaded: Loaded, action: Action) -> None:
        """Raise NotPermitted; then end the action here if its key has had its effect, so that a replay is permitted anew."""
        may(loaded.standings, action)
        row = loaded.row
        if row["key_action"] is not None:
            stream = Stream(row["key_stream_kind"], row["key_stream_id"])
            raise Replayed(Written(stream, row["key_seq"], row["key_record"], replayed=True))

    def new_id(self, now: dt.datetime) -> UUID:
        """Make an id; those of one transaction are in the order in which they were made."""
        self.made.append(uuid7(now, self.request.entropy(10), len(self.made)))
        return self.made[-1]

    async def write_both(
        self, sql: Statement, position: Position, first: Event, second: Event, *, record: UUID, **values: object
    ) -> Written:
        """Run a recorded statement that carries two events, one after the other: it writes the first itself, from `first_…`."""
        request = self.request
        row = chain.next_event(position, first, actor=request.actor.id, purpose=request.actor.purpose, salt=request.entropy(16))
        between = Position(position.stream, position.seq + 1, row["hash"], position.now)  # type: ignore[arg-type]
        return await self.write(sql, between, second, record=record, **values, **{f"first_{name}": value for name, value in row.items()})

    async def write(self, sql: Statement, position: Position, event: Event, *, record: UUID, **values: object) -> Written:
        """Run a recorded statement: there is no other way to change a row."""
        request = self.request
        row = chain.next_event(position, event, actor=request.actor.id, purpose=request.actor.purpose, salt=request.entropy(16))
        given = {**values, **{f"event_{name}": value for name, value in row.items()}}
        given |= {"key": request.key, "action": request.action, "digest": request.digest, "record": record, "actor_id": request.actor.id}
        if await self.connection.fetchval(sql.sql, *sql.arguments(given)) != 1:
            raise errors.BrokenJournal(f"{sql.name} did not change exactly one row")
        return Written(position.stream, position.seq + 1, record)
