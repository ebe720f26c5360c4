"""The tables that every operation fills, and the words with which all tables are written."""

import datetime as dt
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, DateTime, ForeignKeyConstraint, Index, LargeBinary, MetaData, Table, Text
from sqlmodel import Field, SQLModel

CONVENTION = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class Base(SQLModel):
    """All tables. SQLModel validates nothing when it fills a table: truth lives in named constraints."""

    metadata = MetaData(naming_convention=CONVENTION)


def table_of(model: type[SQLModel]) -> Table:
    """Return a model's table, typed."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def words(**options: Any) -> Any:
    """Declare a text column."""
    return Field(sa_type=Text, **options)


def moment(**options: Any) -> Any:
    """Declare a column that holds an instant."""
    return Field(sa_type=DateTime(timezone=True), **options)


def octets(**options: Any) -> Any:
    """Declare a column that holds bytes."""
    return Field(sa_type=LargeBinary, **options)


def texts(**options: Any) -> Any:
    """Declare a column that holds a list of texts."""
    return Field(sa_type=ARRAY(Text), **options)


def key_to(table: str, **options: Any) -> Any:
    """Declare a reference to another record."""
    return Field(foreign_key=f"{table}.id", **options)


def sane(*columns: str) -> tuple[CheckConstraint, ...]:
    """Bound instants: PostgreSQL holds the year 294276, and Python fails on reading it."""
    return tuple(CheckConstraint(f"{c} >= '1990-01-01Z' AND {c} < '2200-01-01Z'", name=f"{c}_sane") for c in columns)


def sane_dates(*columns: str) -> tuple[CheckConstraint, ...]:
    """Bound calendar dates, for the same reason."""
    return tuple(CheckConstraint(f"{c} >= '1900-01-01' AND {c} < '2200-01-01'", name=f"{c}_sane") for c in columns)


def filled(*columns: str, most: int = 200) -> tuple[CheckConstraint, ...]:
    """Require a text that is neither blank nor too long."""
    return tuple(CheckConstraint(f"btrim({c}) <> '' AND char_length({c}) <= {most}", name=f"{c}_filled") for c in columns)


def one_of(column: str, values: Any) -> CheckConstraint:
    """Require one of the words of an enumeration."""
    return CheckConstraint(f"{column} IN ({', '.join(repr(str(v)) for v in values)})", name=f"{column}_known")


def to_event() -> ForeignKeyConstraint:
    names = ["stream_kind", "stream_id", "seq"]
    return ForeignKeyConstraint(names, [f"event.{name}" for name in names])


class EventRow(Base, table=True):
    """One change, hash-chained in its stream; erasing empties salt and payload, and the chain still verifies."""

    __tablename__ = "event"
    __table_args__ = (
        *sane("at"),
        CheckConstraint("seq >= 1", name="seq_from_one"),
        CheckConstraint("(seq = 1) = (prev IS NULL)", name="prev_but_for_the_first"),
        CheckConstraint("(salt IS NULL) = (payload IS NULL)", name="erased_together"),
        CheckConstraint("octet_length(hash) = 32 AND octet_length(payload_hash) = 32", name="sha256"),
    )
    stream_kind: str = words(primary_key=True)
    stream_id: UUID = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: dt.datetime = moment()
    actor: UUID
    purpose: str = words()
    kind: str = words()
    payload: str | None = words()
    salt: bytes | None = octets()
    payload_hash: bytes = octets()
    prev: bytes | None = octets()
    hash: bytes = octets()


class KeyRow(Base, table=True):
    """What an actor's idempotency key did: which action, on which input, the event it wrote and the record it is about."""

    __tablename__ = "idempotency_key"
    __table_args__ = (to_event(), CheckConstraint("length(key) BETWEEN 1 AND 200", name="key_length"))
    actor: UUID = Field(primary_key=True)
    key: str = words(primary_key=True)
    action: str = words()
    digest: bytes = octets()
    stream_kind: str = words()
    stream_id: UUID
    seq: int
    record: UUID


class ReadTraceRow(Base, table=True):
    """Who read which records, as what, by which operation, and for what purpose."""

    __tablename__ = "read_trace"
    __table_args__ = (
        *sane("at"),
        Index("ix_read_trace_actor", "actor", "at"),
        Index("ix_read_trace_records", "records", postgresql_using="gin"),
    )
    id: UUID = Field(primary_key=True)
    at: dt.datetime = moment()
    actor: UUID
    purpose: str = words()
    operation: str = words()
    records: list[str] = texts()
