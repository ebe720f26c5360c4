"""The one statement of a read: JSON columns, and with them, in the same statement, the trace of what was read."""

import datetime as dt
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, Text, Uuid, bindparam, func, insert, literal_column, quoted_name, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect

from service.journal.ids import uuid7
from service.journal.tables import ReadTraceRow, table_of
from service.reading.arguments import Read
from service.reading.finish import Row, Step
from service.reading.spelling import quoted

Column = ColumnElement[Any]
DIALECT = asyncpg_dialect()  # type: ignore[no-untyped-call]
TRACE: Table = table_of(ReadTraceRow)
LONGEST_NAME = 63
NAME = re.compile(r"[_$A-Za-z][_$0-9A-Za-z]{0,62}")
MOST_OF_A_NAME = 200


@dataclass(frozen=True, slots=True)
class Built:
    """The SQL of a field, what Python has to do afterwards, and the ids of the records that it shows."""

    value: Column
    step: Step | None = None
    trace: Column | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A value that a statement needs, and the place of the field whose argument it comes from."""

    place: int
    read: Read


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement, the values it needs, their order, and how to finish each root field."""

    sql: str
    values: Mapping[str, Checked]
    order: tuple[tuple[str, Any], ...]
    steps: Mapping[str, Step | None]


def statement(source: FromClause, fields: Mapping[str, Built], values: Mapping[str, Checked], actor: Any, operation: str) -> Plan:
    """Compile the fields of one operation into its statement."""
    query = untraced(source, fields)
    if any(f.trace is not None for f in fields.values()):
        query = traced(query, fields, actor)
    compiled = query.compile(dialect=DIALECT)
    own = {"trace_id": Checked(0, new_id), "trace_operation": Checked(0, partial(constant, operation[:MOST_OF_A_NAME]))}
    names = compiled.positiontup or ()
    needed = {**values, **{n: own.get(n) or Checked(0, of_actor_or_constant(n, compiled.params[n])) for n in names if n not in values}}
    order = tuple((name, compiled.binds[name].type.dialect_impl(DIALECT).bind_processor(DIALECT)) for name in names)
    return Plan(compiled.string, needed, order, {key: f.step for key, f in fields.items()})


def untraced(source: FromClause, fields: Mapping[str, Built]) -> Select[Any]:
    return select(*(f.value.label(f"r{i}") for i, f in enumerate(fields.values()))).select_from(source)


def traced(query: Select[Any], fields: Mapping[str, Built], actor: Any) -> Select[Any]:
    """Write the trace from the answer itself. If it cannot be written, nothing is read."""
    shown = joined_traces([f.trace for f in fields.values() if f.trace is not None])
    answer = query.add_columns(shown.label("trace")).cte("answer").prefix_with("MATERIALIZED")
    each = func.unnest(func.string_to_array(answer.c.trace, quoted(","))).collate("C")
    records = select(each.distinct()).order_by(literal_column("1")).scalar_subquery()
    row = {
        "id": bindparam("trace_id", type_=Uuid()),
        "at": func.clock_timestamp(),
        "actor": actor.id,
        "purpose": actor.purpose,
        "operation": bindparam("trace_operation", type_=Text()),
        "records": func.array(records, type_=ARRAY(Text)),
    }
    kept = select(*(value.label(name) for name, value in row.items())).where(answer.c.trace != quoted(""))
    written = insert(TRACE).from_select(list(row), kept).cte("traced")
    return select(*(answer.c[f"r{i}"] for i in range(len(fields)))).add_cte(written)


def joined_traces(terms: Sequence[Column]) -> Column:
    """Join the ids of records with commas; empty where there are none."""
    return func.coalesce(terms[0], quoted("")) if len(terms) == 1 else func.concat_ws(quoted(","), *terms)


def trace_of(terms: Sequence[Column]) -> Column | None:
    """Join the ids of records with commas; null where there are none."""
    if len(terms) < 2:
        return terms[0] if terms else None
    return func.nullif(joined_traces(terms), quoted(""))


def new_id(variables: Mapping[str, Any], actor: Any) -> Any:
    return uuid7(dt.datetime.now(dt.UTC), os.urandom(10))


def constant(value: Any, variables: Mapping[str, Any], actor: Any) -> Any:
    return value


def of_actor_or_constant(name: str, value: Any) -> Read:
    if name.startswith("actor_"):
        attribute = name.removeprefix("actor_")
        return lambda variables, actor: getattr(actor, attribute)
    return partial(constant, value)


def label(value: Column, name: str) -> Column:
    """Name a column as the answer does. A name is one of GraphQL's grammar or ours, so that it can be quoted."""
    assert NAME.fullmatch(name)
    return value.label(quoted_name(name, quote=True))


def named(
    built: Mapping[str, Built], type_name: str, hidden: Mapping[str, Column] = MappingProxyType({})
) -> tuple[list[Column], Step | None]:
    """Name the columns of an object by its response keys; PostgreSQL cuts names, so a long key gets its name afterwards."""
    names = {key: key if len(key) <= LONGEST_NAME else f"${index}" for index, key in enumerate(built)}
    columns = [label(b.value, names[key]) for key, b in built.items()] + [label(value, name) for name, value in hidden.items()]
    steps = tuple((names[key], key, b.step) for key, b in built.items() if b.step)
    long = {name: key for key, name in names.items() if name != key}
    return columns, Row(type_name, steps, tuple(hidden), long) if steps or long else None


ROW = func.row_to_json(literal_column("_"))
EMPTY: Column = literal_column("'[]'::json")


def row_json(query: Select[Any]) -> Column:
    """Write a selected row as one JSON object."""
    return select(ROW).select_from(query.subquery("_")).scalar_subquery()
