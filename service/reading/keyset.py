"""The place of a row in an order: how it is sorted, spelled as a cursor, and compared with a cursor that a client sends back."""

import base64 as b64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from sqlalchemy import BindParameter, ColumnElement, FromClause, String, Text, and_, cast, func, or_, tuple_

from service.reading.arguments import FROM_JSON, converted, refuse_unwritable
from service.reading.errors import BadArgument
from service.reading.spelling import base64, comparable, quoted

Values = Sequence[BindParameter[Any]]
NOT_OURS = "This is not a cursor that the service gave out for this list in this order."


@dataclass(frozen=True, slots=True)
class Key:
    """A column of an order."""

    column: ColumnElement[Any]
    descending: bool
    nullable: bool

    def sorting(self, backwards: bool) -> ColumnElement[Any]:
        """Sort by the column, nulls last; or, backwards, the other way round."""
        found = self.column.desc() if self.descending != backwards else self.column.asc()
        if not self.nullable:
            return found
        return found.nulls_first() if backwards else found.nulls_last()

    def beyond(self, value: Any, backwards: bool) -> ColumnElement[bool]:
        """Tell whether the column comes after a value, which may be null; or, backwards, before it."""
        found = self.column < value if self.descending != backwards else self.column > value
        if not self.nullable:
            return found  # type: ignore[no-any-return]
        other = and_(value.is_(None), self.column.is_not(None)) if backwards else and_(value.is_not(None), self.column.is_(None))
        return or_(found, other)

    def same(self, value: Any) -> ColumnElement[bool]:
        """Tell whether the column has a value, or both are null."""
        return self.column.is_not_distinct_from(value) if self.nullable else self.column == value


def keys_of(row: FromClause, table: Any, order: Sequence[str]) -> list[Key]:
    """Return the keys of an order, `-` meaning descending. Texts are compared as bytes: collations differ between servers."""
    names = [(name.removeprefix("-"), name.startswith("-")) for name in order]
    return [Key(bytewise(row.c[name]), descending, bool(table.c[name].nullable)) for name, descending in names]


def bytewise(column: Any) -> ColumnElement[Any]:
    is_text = isinstance(column.type, String) and column.type.collation is None
    return column.collate("C") if is_text else column  # type: ignore[no-any-return]


def beyond(keys: Sequence[Key], values: Values, backwards: bool) -> ColumnElement[bool]:
    """Tell whether a row comes after a cursor; or, backwards, before it."""
    if is_uniform(keys):
        ours, theirs = tuple_(*(k.column for k in keys)), tuple_(*values)
        return ours < theirs if keys[0].descending != backwards else ours > theirs
    (key, value), rest = (keys[0], values[0]), (keys[1:], values[1:])
    further = key.beyond(value, backwards)
    return or_(further, and_(key.same(value), beyond(*rest, backwards))) if rest[0] else further


def up_to(keys: Sequence[Key], values: Values, backwards: bool) -> ColumnElement[bool]:
    """Tell whether a row is not beyond a cursor, in a form that an index can answer."""
    if is_uniform(keys):
        ours, theirs = tuple_(*(k.column for k in keys)), tuple_(*values)
        return ours >= theirs if keys[0].descending != backwards else ours <= theirs
    return or_(beyond(keys, values, not backwards), and_(*(k.same(v) for k, v in zip(keys, values, strict=True))))


def is_uniform(keys: Sequence[Key]) -> bool:
    return len({k.descending for k in keys}) == 1 and not any(k.nullable for k in keys)


def tag_of(table: Any, order: Sequence[str]) -> int:
    """Number an order, so that a cursor of another one is known."""
    return crc32(f"{table.name}:{','.join(order)}".encode())


def cursor(keys: Sequence[Key], tag: int) -> ColumnElement[Any]:
    """Spell the place of a row in its order, the same in every session."""
    return base64(cast(func.json_build_array(quoted(tag), *(comparable(k.column) for k in keys)), Text))


def cursor_value(text: str, tag: int, index: int, key: Key) -> Any:
    """Return one of the values in a client's cursor. Raise BadArgument for what is no cursor of this order."""
    try:
        found, *values = json.loads(b64.b64decode(text, validate=True))
        if found != tag:
            raise BadArgument(NOT_OURS)
        return None if values[index] is None and key.nullable else typed(values[index], key.column)
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError, binascii.Error):
        raise BadArgument(NOT_OURS) from None


def is_readable(column: ColumnElement[Any]) -> bool:
    """Tell whether a column's value can be read back from a cursor exactly as it is."""
    try:
        return column.type.python_type in {str, int, bool, *FROM_JSON}
    except NotImplementedError:
        return False


def typed(value: Any, column: ColumnElement[Any]) -> Any:
    """Return a value of a cursor as its column's type. Raise ValueError, TypeError or BadArgument."""
    kind = column.type.python_type
    if kind in FROM_JSON and not isinstance(value, str):
        raise TypeError(value)
    read = FROM_JSON[kind](value) if kind in FROM_JSON else value
    if type(read) is not kind or (kind is int and converted(read, column) is None):
        raise TypeError(value)
    if isinstance(read, str):
        refuse_unwritable(read)
    return read
