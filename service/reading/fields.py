"""What a graphene field says about SQL. An ordinary field is the column of its name; only departures need a class."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import graphene
from graphene.types.utils import get_type
from graphql import GraphQLResolveInfo
from sqlalchemy import ColumnElement, FromClause

from service.reading.entity import Entity, Sql
from service.reading.pages import connection_of
from service.reading.spelling import record_id

Join = Callable[[FromClause, FromClause], ColumnElement[bool]]
Predicate = Callable[[FromClause, Any], ColumnElement[bool]]

FEW = 20
"""How many rows of an unlimited list its cost is reckoned with, unless it says."""


class Expr(graphene.Field):
    """A value that SQL works out. Say `never_null` where SQL cannot give null, and Python need not look."""

    def __init__(self, type_: Any, sql: Sql, *, never_null: bool = False, **options: Any) -> None:
        super().__init__(type_, **options)
        self.sql, self.never_null = sql, never_null


class GlobalId(Expr):
    """The id of a record on the wire, `case_<uuid>`, spelled by PostgreSQL, so that no row passes through Python for it."""

    def __init__(self, prefix: str, **options: Any) -> None:
        options = {"description": "The id by which this record is asked for; its text means nothing else.", **options}
        super().__init__(graphene.ID, lambda row: record_id(prefix, row.c.id), never_null=True, required=True, **options)
        self.prefix = prefix


class Filter(graphene.Argument):
    """An argument, or a field of an input object, that narrows the rows; left out or null, it does not.

    Without a predicate the column of its name (or `column`) equals the value, or one of them where it is a list. An ID is parsed
    as one of the `prefix` (by default: what the column refers to) and reaches a predicate as a UUID.
    """

    def __init__(
        self, type_: Any, predicate: Predicate | None = None, *, column: str | None = None, prefix: str | None = None, **options: Any
    ) -> None:
        super().__init__(type_, **options)
        self.predicate, self.column, self.prefix = predicate, column, prefix


class Where(graphene.InputObjectType):
    """Several filters in one input object: each of its fields is a `Filter`, and all that are given must hold."""

    class Meta:
        abstract = True


class Orders:
    """The orders of a connection that a client chooses from, by the members of an enum; the first is the default."""

    def __init__(self, enum: Any, columns: Mapping[Any, Sequence[str]]) -> None:
        self.enum, self.columns = enum, {getattr(member, "value", member): tuple(order) for member, order in columns.items()}


class Relation(graphene.Field):
    """The way to another table: its only foreign key, the one named by `via`, or a condition given as `on`; of its rows `only` some."""

    def __init__(
        self, type_: Any, target: Any, *, via: str | None = None, on: Join | None = None, only: Sql | None = None, **options: Any
    ) -> None:
        super().__init__(type_, resolver=already_fetched, **options)
        self._target, self.via, self.on, self.only = target, via, on, only

    @property
    def target(self) -> type[Entity]:
        return get_type(self._target)  # type: ignore[no-any-return]


class One(Relation):
    """At most one row, or null: also when the actor may not see it."""

    def __init__(self, target: Any, **options: Any) -> None:
        super().__init__(target, target, **options)


class Many(Relation):
    """A list of rows in a declared order; `few`: how many there usually are at most, for the cost of asking."""

    def __init__(self, target: Any, *, order: Sequence[str] = ("id",), few: int = FEW, **options: Any) -> None:
        self.orders, self.few = {None: tuple(order)}, few
        super().__init__(graphene.NonNull(graphene.List(graphene.NonNull(target))), target, **options)


class Count(Relation):
    """How many rows of a relation the actor sees."""

    def __init__(self, target: Any, **options: Any) -> None:
        super().__init__(graphene.NonNull(graphene.Int), target, **options)


class Connection(Relation):
    """Pages by keyset, 1 to 100 rows from either end. `-` before a column of the order turns it round; nulls are always last.

    One that is not `required` is null where its arguments are bad, and what stands beside it is answered.
    """

    most = 100

    def __init__(self, target: Any, *, order: Sequence[str] | Orders = ("id",), required: bool = True, **options: Any) -> None:
        options |= {**page_arguments(), **ordering(order)}
        self.orders = order.columns if isinstance(order, Orders) else {None: tuple(order)}
        super().__init__(lambda: connection_of(get_type(target)), target, required=required, **options)


class NodeField(graphene.Field):
    """`node(id:)`: any record of an interface, by its id."""

    def __init__(self, interface: Any, **options: Any) -> None:
        given = graphene.ID(required=True, description="The id that the service gave out for the record.")
        super().__init__(interface, id=given, resolver=already_fetched, **options)


def page_arguments() -> dict[str, Any]:
    """Return the four arguments by which a page is asked for."""
    return {
        "first": graphene.Int(description="How many to return from the start, 1 to 100. Give this or `last`."),
        "after": graphene.String(description="Begin behind the edge with this cursor."),
        "last": graphene.Int(description="How many to return from the end, 1 to 100. Give this or `first`."),
        "before": graphene.String(description="Stop in front of the edge with this cursor."),
    }


def ordering(order: Sequence[str] | Orders) -> dict[str, Any]:
    """Return the argument that chooses an order, where there is a choice."""
    if not isinstance(order, Orders):
        return {}
    default = f"`{order.enum.get(next(iter(order.columns))).name}`"
    return {"order_by": graphene.Argument(order.enum, description=f"The order of the edges; {default} when it is left out.")}


def already_fetched(root: Any, info: GraphQLResolveInfo, **_: Any) -> Any:
    """Resolve a field that came with the statement, under its response key; None where there is nothing to show."""
    fetched = root if isinstance(root, Mapping) else getattr(root, "fetched", {})
    return fetched.get(info.path.key)
