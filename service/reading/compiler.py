"""A validated selection becomes the columns of ONE statement; relations go to `relations`, values become parameters."""

from collections.abc import Callable, Mapping
from typing import Any

from graphql import FieldNode, GraphQLNonNull, GraphQLObjectType
from sqlalchemy import BindParameter, ColumnElement, FromClause, Select, Table, bindparam, null, select
from sqlalchemy.types import TypeEngine

from service.reading.arguments import Given, Read, given_arguments, parse_of
from service.reading.catalog import Catalog
from service.reading.declarations import resolver_of, table_for
from service.reading.errors import BadArgument
from service.reading.fields import Expr, Relation
from service.reading.filters import conditions
from service.reading.finish import Fail, Resolve, Step
from service.reading.places import Place, Scope
from service.reading.relations import hangs_on, way, way_between
from service.reading.selection import Selected, Selections
from service.reading.spelling import quoted, wire
from service.reading.statement import Built, Checked, Column, named
from service.reading.visibility import Visibility, symbolic


class Compiler:
    """Compile the fields of one operation, for the facts of one actor and the shape of its variables.

    `refused`: what was wrong, in this request, with the arguments of the fields at some places of the document.
    """

    def __init__(self, catalog: Catalog, visibility: Visibility, selections: Selections, actor: Any, refused: Mapping[int, str]) -> None:
        self.catalog, self.visibility, self.selections = catalog, visibility, selections
        self.actor, self.refused = symbolic(actor), refused
        self.values: dict[str, Checked] = {}
        self.root = Scope(select(quoted(1).label("one")).subquery("one"))
        self.names = 0
        self.expressions: list[Any] = []

    # -- rows -----------------------------------------------------------------------------------------------------

    def row(self, type_: GraphQLObjectType, nodes: list[FieldNode], place: Place) -> tuple[list[Column], Step | None, list[Column]]:
        """Return the columns of a selection on a row, what is left to do to it, and the ids of the records it shows."""
        hidden: dict[str, Column] = {}
        built = {key: self.field(field, place, hidden) for key, field in self.selections.under(type_, nodes).items()}
        columns, step = named(built, type_.name, hidden)
        return columns, step, place.own_trace() + [b.trace for b in built.values() if b.trace is not None]

    def field(self, field: Selected, place: Place, hidden: dict[str, Column]) -> Built:
        """Compile one field of a row; add what its resolver reads to the hidden columns."""
        if field.name == "__typename":
            return Built(quoted(field.parent.name))
        name, declared = self.catalog.declared(field.parent.name, field.name)
        if isinstance(declared, Relation):
            return self.relation(field, declared, place)
        if isinstance(declared, Expr):
            return Built(wire(field.definition.type, declared.sql(place.alias)), field.guarded(None, never_null=declared.never_null))
        if resolver := resolver_of(field.parent, name, declared):
            return resolved(field, resolver, place, hidden, self.numbered)
        return Built(wire(field.definition.type, place.alias.c[name]))

    # -- relations ------------------------------------------------------------------------------------------------

    def relation(self, field: Selected, declared: Any, parent: Place | None, key: Read | None = None) -> Built:
        """Compile the way to another table; one whose arguments are bad fails alone, and is not read at all."""
        try:
            if field.place in self.refused:
                raise BadArgument(self.refused[field.place])
            given = given_arguments(field.definition, field.nodes[0], self.selections.variables)
            return way(self, field, given, declared, parent, key)
        except BadArgument as error:
            is_nullable = not isinstance(field.definition.type, GraphQLNonNull)
            return Built(null(), Fail(error.message, field.nodes, is_nullable))

    def source(self, table: Table, declared: Relation | None = None, parent: Place | None = None) -> tuple[FromClause, ColumnElement[bool]]:
        """Open a table. This is the only place where one enters a statement, and it never comes without its predicate.

        Every place is a row that passed its own; so where that of the relation's rows follows from it, nothing is left to ask.
        """
        alias = table.alias(self.name("t"))
        if declared and parent:
            left = self.visibility.left_to_ask(table, parent.table, way_between(declared, parent), parent.alias, self.actor)
            if left is not None:
                return alias, left
        return alias, self.visibility.predicate(alias, table, self.actor)

    def beside(self, parent: Place | None, query: Select[Any]) -> FromClause:
        """Put what a query finds beside its parent, or beside the other root fields."""
        return (parent.scope if parent else self.root).beside(query, self.name("l"))

    def conditions(
        self, declared: Relation, field: Selected, given: dict[str, Given], parent: Place | None, row: FromClause
    ) -> list[ColumnElement[bool]]:
        """Return how the rows hang on their parent, and what the arguments ask of them."""
        hanging = [hangs_on(declared, parent, row)] if parent else []
        hanging += [declared.only(row)] if declared.only else []
        asked = conditions(declared.args, given, row, table_for(declared), lambda read, type_: self.bind(field, read, type_), self.catalog)
        return [*hanging, *asked]

    # -- names and parameters -------------------------------------------------------------------------------------

    def name(self, letter: str) -> str:
        self.names += 1
        return f"{letter}{self.names}"

    def numbered(self, expression: Any) -> int:
        """Number an expression that resolvers read: the same one always by the same number."""
        if not any(each is expression for each in self.expressions):
            self.expressions.append(expression)
        return next(number for number, each in enumerate(self.expressions) if each is expression)

    def bind(self, field: Selected, read: Read, type_: TypeEngine[Any]) -> BindParameter[Any]:
        """Make a parameter of a value that each request brings; where the value is bad, the field fails."""
        name = f"v{len(self.values)}"
        self.values[name] = Checked(field.place, read)
        return bindparam(name, type_=type_)


def resolved(field: Selected, resolver: Any, place: Place, hidden: dict[str, Column], numbered: Callable[[Any], int]) -> Built:
    """Leave a field to its resolver, and fetch the columns and expressions that it reads; what two resolvers share is fetched once."""
    wanted = {name: sql(place.alias) if sql else place.alias.c[name] for name, sql in resolver.reads.items()}
    own = {name: f"${name}" if sql is None else f"${name}_{numbered(sql)}" for name, sql in resolver.reads.items()}
    hidden |= {own[name]: value for name, value in wanted.items()}
    return Built(null(), Resolve(field.parent, field.nodes, tuple((name, own[name], parse_of(v)) for name, v in wanted.items())))
