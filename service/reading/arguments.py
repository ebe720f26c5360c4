"""How the values of a request become those of bind parameters."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from graphql import FieldNode, GraphQLError, GraphQLField, ValueNode, VariableNode
from graphql.execution.values import get_argument_values
from graphql.language import Visitor, visit
from sqlalchemy import BigInteger, ColumnElement

from service.reading.errors import BadArgument

Read = Callable[[Mapping[str, Any], Any], Any]
"""Variables and actor in, the value of one bind parameter out. Raises BadArgument."""

MOST = 100
"""The longest page."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a client gave: as it is while compiling, where only its shape counts, and how to read it in each request."""

    now: Any
    read: Read

    def inside(self, name: str) -> "Given | None":
        """Return a field of an input object; None if it is not there, left out or null."""
        if self.now.get(name) is None:
            return None
        return Given(self.now[name], lambda variables, actor: self.read(variables, actor)[name])


def given_arguments(definition: GraphQLField, node: FieldNode, variables: dict[str, Any]) -> dict[str, Given]:
    """Return the arguments that are there, neither left out nor null, by their Python names. Raise BadArgument."""
    try:
        values = get_argument_values(definition, node, variables)
    except GraphQLError as error:
        raise BadArgument(error.message) from error
    written = {a.name.value: a.value for a in node.arguments}
    names = {(argument.out_name or name): name for name, argument in definition.args.items()}
    return {
        out: Given(value, reading(definition, node, out, value, written.get(names[out])))
        for out, value in values.items()
        if value is not None
    }


def reading(definition: GraphQLField, node: FieldNode, out: str, value: Any, written: ValueNode | None) -> Read:
    """Return how to read an argument: a variable at once, a constant never again, and what is made of both by graphql-core."""
    if written is None or not mentions_variable(written):
        return lambda variables, actor: value
    if isinstance(written, VariableNode):
        name = written.name.value
        return lambda variables, actor: variables.get(name, value)
    return lambda variables, actor: get_argument_values(definition, node, dict(variables))[out]


def mentions_variable(node: ValueNode) -> bool:
    """Tell whether a value in a document depends on a variable."""
    found: list[VariableNode] = []

    class Find(Visitor):
        def enter_variable(self, variable: VariableNode, *_: Any) -> None:
            found.append(variable)

    visit(node, Find())
    return bool(found)


def size_of(given: Given) -> int:
    """Return the length of a page. Raise BadArgument unless it is from 1 to 100."""
    if not 1 <= given.now <= MOST:
        raise BadArgument(f"Ask for at least 1 and at most {MOST}.")
    return int(given.now)


def plain(value: Any) -> Any:
    """Return what the database stores for a value of the API. Raise BadArgument for a text that it cannot hold."""
    if isinstance(value, list):
        return [plain(item) for item in value if item is not None]
    value = getattr(value, "value", value)
    if isinstance(value, str):
        refuse_unwritable(value)
    return value


def refuse_unwritable(text: str) -> None:
    """Raise BadArgument for a text that PostgreSQL cannot hold."""
    if "\0" in text:
        raise BadArgument("Text must not hold the character NUL.")
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise BadArgument("Text must not hold half of a character.")


def converted(value: Any, column: ColumnElement[Any]) -> Any:
    """Give a value its column's type; what cannot be of that type names no row and is None."""
    kind = column.type.python_type
    try:
        fitting = value if isinstance(value, kind) else kind(value)
    except (ValueError, TypeError):
        return None
    if kind is int and fitting.bit_length() > (63 if isinstance(column.type, BigInteger) else 31):
        return None
    return fitting


def key_in(text: str, prefix: str) -> UUID | None:
    """Return the key that an id names among the records of a prefix, or None: also for an id that is none."""
    found, _, key = text.partition("_")
    try:
        named = UUID(key)
    except ValueError:
        return None
    return named if found == prefix and str(named) == key else None


def keys_in(value: Any, prefix: str) -> Any:
    """Return the key that an id names, or those that a list of ids names."""
    if isinstance(value, list):
        return [key for text in value if text is not None and (key := key_in(text, prefix))]
    return key_in(value, prefix)


def utc(text: str) -> dt.datetime:
    """Parse a moment as SQL spells it. Raise ValueError where it has no time zone."""
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment.astimezone(dt.UTC)


FROM_JSON: dict[type, Callable[[Any], Any]] = {dt.date: dt.date.fromisoformat, dt.datetime: utc, UUID: UUID}


def parse_of(column: ColumnElement[Any]) -> Callable[[Any], Any]:
    """Return how a column's value is read back from JSON."""
    try:
        kind = column.type.python_type
    except NotImplementedError:  # json and arrays: as they come
        return lambda value: value
    return FROM_JSON.get(kind, lambda value: value)
