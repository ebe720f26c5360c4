"""How PostgreSQL spells a value in the way GraphQL puts it on the wire."""

import datetime as dt
from decimal import Decimal
from typing import Any

from graphql import get_named_type
from sqlalchemy import ColumnElement, Date, DateTime, Integer, String, Text, cast, func, literal_column
from sqlalchemy import case as sql_case

from service.reading.errors import DeclarationError

JSON_AS_IT_IS: dict[str, tuple[type, ...]] = {
    "Int": (int,),
    "Float": (float, int, Decimal),
    "Boolean": (bool,),
    "Date": (dt.date,),
}


def wire(type_: Any, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Spell a value of a GraphQL type. Raise DeclarationError for a scalar that does not say how."""
    leaf = get_named_type(type_)
    maker = getattr(leaf, "graphene_type", None)
    if hasattr(maker, "wire"):
        return maker.wire(column)  # type: ignore[union-attr,no-any-return]
    if hasattr(leaf, "values"):
        return enum_name(leaf, column)
    if leaf.name in JSON_AS_IT_IS and (kind := python_type(column)) and not issubclass(kind, JSON_AS_IT_IS[leaf.name]):
        raise DeclarationError(f"{column.type} is not written as {leaf.name}")
    if leaf.name in JSON_AS_IT_IS or isinstance(column.type, String):
        return column
    if leaf.name in ("ID", "String"):
        return cast(column, Text)
    raise DeclarationError(f"scalar {leaf.name} does not say how SQL spells it: give it a static method `wire(column)`")


def python_type(column: ColumnElement[Any]) -> type | None:
    """Return what a column's values are in Python, where SQLAlchemy knows it."""
    try:
        return column.type.python_type
    except NotImplementedError:
        return None


def enum_name(enum: Any, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Turn a stored value into the name of its member."""
    names = {getattr(v.value, "value", v.value): name for name, v in enum.values.items()}
    if all(value == name for value, name in names.items()):
        return column
    kind = Integer if all(isinstance(v, int) for v in names) else Text
    given = column if isinstance(column.type, kind) else cast(column, kind)
    return sql_case({quoted(v): quoted(n) for v, n in names.items()}, value=given)


def quoted(value: str | int) -> ColumnElement[Any]:
    """Write a constant of ours, never a client's, into the statement."""
    return literal_column(str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'")


def utc_text(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    """Spell a moment in UTC to the microsecond, whatever the session's time zone."""
    return func.to_char(func.timezone(quoted("UTC"), moment), quoted('YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))


def record_id(prefix: str, key: ColumnElement[Any]) -> ColumnElement[Any]:
    """Spell the id of a record, `case_<uuid>`; null where the key is."""
    return quoted(f"{prefix}_") + cast(key, Text)


def base64(text: ColumnElement[Any]) -> ColumnElement[Any]:
    """Encode text without the line breaks that PostgreSQL puts after 76 characters."""
    encoded = func.encode(func.convert_to(text, quoted("UTF8")), quoted("base64"))
    return func.translate(encoded, literal_column("E'\\n'"), quoted(""))


def comparable(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Spell a sort key for a cursor, so that it can be read back exactly."""
    return utc_text(column) if isinstance(column.type, DateTime) else cast(column, Text) if isinstance(column.type, Date) else column
