"""SQL built once from the tables: SQLAlchemy Core in, text with $1, $2, ... and casts for asyncpg out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Executable, Integer, Table, bindparam, func, literal_column, select
from sqlalchemy.dialects.postgresql.asyncpg import dialect

REGISTER: "dict[str, Statement]" = {}
"""Every statement a write can make, by name: a test prepares each, and an analyst can read them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A named statement and the names of its parameters, in order; of a load also which kind of stream it is about."""

    name: str
    sql: str
    parameters: tuple[str, ...]
    stream: str = ""

    def arguments(self, values: Mapping[str, object]) -> list[object]:
        """Put values in the statement's order; a value that is missing is a KeyError with its name."""
        return [values[name] for name in self.parameters]


def statement(name: str, core: Executable, *, stream: str = "") -> Statement:
    """Compile a Core statement, once, when its module is imported. Raise ValueError where it holds a value of its own."""
    compiled = core.compile(dialect=dialect())  # type: ignore[no-untyped-call, attr-defined]
    fixed = [key for key, value in compiled.params.items() if value is not None]
    if fixed:
        raise ValueError(f"{name}: {fixed} hold values of their own; write param() or constant()")
    comment = f"/* {name} */ "  # shows in pg_stat_activity and in logs
    REGISTER[name] = Statement(name, comment + compiled.string, tuple(compiled.positiontup or ()), stream)
    return REGISTER[name]


def param(name: str, like: ColumnElement[Any]) -> BindParameter[Any]:
    """Name a parameter that has the type of a column."""
    return bindparam(name, type_=like.type)


def constant(text: str) -> ColumnElement[str]:
    """Write a word of ours into the SQL; never one of a client's."""
    return literal_column("'" + text.replace("'", "''") + "'")


def number(value: int) -> ColumnElement[int]:
    """Write a number of ours into the SQL."""
    return literal_column(str(value), Integer)


def whole(table: Table, where: ColumnElement[bool]) -> ColumnElement[Any]:
    """Write one row of a table, with all its columns, as JSON."""
    return select(func.row_to_json(table.table_valued())).where(where).scalar_subquery()


def params(table: Table, prefix: str, *, without: tuple[str, ...] = ()) -> dict[str, BindParameter[Any]]:
    """Name one parameter a column, `prefix_column`, for an insert of a whole row."""
    return {column.name: param(f"{prefix}_{column.name}", column) for column in table.c if column.name not in without}


def prefixed(prefix: str, values: Mapping[str, object]) -> dict[str, object]:
    """Name a row's values as `params` names them."""
    return {f"{prefix}_{name}": value for name, value in values.items()}
