"""What Python still has to do to JSON that PostgreSQL wrote. Where there is no step, the bytes go out untouched."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol

from graphql import FieldNode, GraphQLError, GraphQLObjectType
from graphql.pyutils import Path

from service.reading.errors import BadArgument

if TYPE_CHECKING:
    from service.reading.executing import ReadContext


class Step(Protocol):
    """Complete a value as the specification says, or raise what must rise to the nearest nullable place."""

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any: ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A field's JSON, and what is left to do to it."""

    raw: str | None
    step: Step | None


@dataclass(frozen=True, slots=True)
class Nullable:
    """Record an error from below, and answer null."""

    inner: Step

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any:
        if value is None:
            return None
        try:
            return self.inner.run(context, value, path)
        except GraphQLError as error:
            context.collected_errors.add(error, path)
            return None


@dataclass(frozen=True, slots=True)
class Required:
    """Refuse null; let errors from below rise."""

    inner: Step | None
    field: str
    nodes: Sequence[FieldNode]

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any:
        if value is None:
            raise GraphQLError(f"Cannot return null for non-nullable field {self.field}.", self.nodes, path=path.as_list())
        return self.inner.run(context, value, path) if self.inner else value


@dataclass(frozen=True, slots=True)
class Fail:
    """Fail a field whose arguments are bad; where it may be null it is, else the error rises."""

    message: str
    nodes: Sequence[FieldNode]
    is_nullable: bool

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any:
        reason = BadArgument(self.message)
        error = GraphQLError(reason.message, self.nodes, path=path.as_list(), original_error=reason)
        if not self.is_nullable:
            raise error
        context.collected_errors.add(error, path)
        return None


@dataclass(frozen=True, slots=True)
class Each:
    """Complete the items of a list."""

    inner: Step

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any:
        return [self.inner.run(context, item, path.add_key(index)) for index, item in enumerate(value)]


@dataclass(frozen=True, slots=True)
class Resolve:
    """Leave a field to its ordinary resolver, on the columns it needs."""

    parent: GraphQLObjectType
    nodes: list[FieldNode]
    columns: tuple[tuple[str, str, Callable[[Any], Any]], ...]

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any:
        source = SimpleNamespace(**{name: None if (v := value[hidden]) is None else parse(v) for name, hidden, parse in self.columns})
        return context.execute_field(self.parent, source, self.nodes, path)


@dataclass(frozen=True, slots=True)
class Row:
    """Complete some of an object's fields, in the order asked for; drop hidden columns, give long keys their name."""

    type_name: str
    steps: tuple[tuple[str, str, Step], ...]
    hidden: tuple[str, ...]
    long: Mapping[str, str]

    def run(self, context: "ReadContext", value: Any, path: Path) -> Any:
        for column, key, step in self.steps:
            given = value if isinstance(step, Resolve) else value[column]
            value[column] = step.run(context, given, path.add_key(key, self.type_name))
        for column in self.hidden:
            del value[column]
        return {self.long.get(column, column): v for column, v in value.items()} if self.long else value
