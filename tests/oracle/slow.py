"""The same schema answered by stock graphql-core, a resolver a field, over dicts in memory: slow, obvious, and without SQL.

It shares the declarations with the compiler (which column, which key, which order) and nothing that works on them. What a
declaration says in SQL text (`Expr`, predicates, `on`) is said again in Python, by name.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import graphene
from graphene.types.structures import Structure
from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    execute_sync,
    get_named_type,
    parse,
    print_schema,
)

from service.reading.catalog import Catalog
from service.reading.declarations import foreign_keys, maker_of, prefix_of, resolver_of, table_for
from service.reading.fields import Connection, Count, Expr, Filter, GlobalId, Many, NodeField, One, Relation, Where
from tests.oracle.pages import Row, ordered, page_of, size_of, spelled

Rows = Mapping[str, list[Row]]
Python = Mapping[str, Callable[..., Any]]
"""What SQL says elsewhere, by name; each function is given the World last, which knows the actor and the rows that they see:

`Case.daysOpen`: an Expr, of a row.   `Case.notes`: an `on=`, of a row and its target's.
`Case.notes.only`: an `only=`, of a row of the target.
`Case.notes.since`, `CaseWhere.dueBefore`: a Filter's predicate, of a row and the value as SQL gets it (UUIDs, stored words, moments).
`Case.moves.facts`: SQL that a resolver @reads by a name, of a row.
`Money`: a scalar whose wire form is neither text, number, date nor moment, of a stored value, and without a World.
"""


@dataclass
class World:
    """The rows that there are for one actor, and the records that an answer has shown of them. The instant is the machine's own."""

    rows: Rows
    actor: Any
    shown: set[str] = field(default_factory=set)
    clock: None = None


class Slow:
    """A schema whose fields are resolved one by one. Raise KeyError for all that `python` lacks of what is said in SQL."""

    def __init__(self, catalog: Catalog, python: Python) -> None:
        if missing := [name for name in names_needed(catalog) if name not in python]:
            raise KeyError(missing)
        self.catalog, self.python = catalog, python
        self.schema = build_schema(print_schema(catalog.schema))
        for type_ in catalog.types():
            fields = cast(GraphQLObjectType, self.schema.type_map[type_.name]).fields
            for name in fields if type_ is not catalog.schema.mutation_type else ():
                fields[name].resolve = self.resolver(type_, name)
        for made in self.schema.type_map.values():
            if isinstance(made, GraphQLInterfaceType):
                made.resolve_type = lambda row, info, _: row["__typename"]

    def answer(self, text: str, variables: Mapping[str, Any], rows: Rows, actor: Any) -> tuple[ExecutionResult, set[str]]:
        """Return the answer and the records that it shows."""
        world = World(rows, actor)
        return execute_sync(self.schema, parsed(text), None, world, dict(variables)), world.shown

    # -- fields ---------------------------------------------------------------------------------------------------

    def resolver(self, type_: GraphQLObjectType, name: str) -> Callable[..., Any]:
        python_name, declared = self.catalog.declared(type_.name, name)
        path, definition = f"{type_.name}.{name}", type_.fields[name]
        resolve = resolver_of(type_, python_name, declared)
        match declared:
            case NodeField():
                return self.node
            case Relation():
                return lambda row, info, **given: self.relation(row, info, declared, path, arguments(definition.args, given))
            case GlobalId():
                return lambda row, info: f"{declared.prefix}_{row['id']}"
            case Expr():
                said = self.python[path]
                return lambda row, info: self.wire(definition, said(row, info.context))
        if resolve:
            return lambda row, info, **given: self.resolved(resolve, row, info, path, arguments(definition.args, given))
        return lambda row, info: self.wire(definition, value_of(row, python_name))

    def resolved(self, resolve: Any, row: Any, info: Any, path: str, given: Row) -> Any:
        if not hasattr(resolve, "reads"):
            return resolve(row, info, **given)
        source = {n: row[n] if sql is None else self.python[f"{path}.{n}"](row, info.context) for n, sql in resolve.reads.items()}
        return resolve(SimpleNamespace(**source), info, **given)

    def wire(self, definition: Any, value: Any) -> Any:
        """Spell a value as the contract does."""
        leaf = get_named_type(definition.type)
        if leaf.name in self.python:
            return self.python[leaf.name](value)
        if isinstance(leaf, GraphQLEnumType) and value is not None:
            return next((n for n, v in leaf.values.items() if getattr(v.value, "value", v.value) == value), value)
        return spelled(value)

    # -- relations ------------------------------------------------------------------------------------------------

    def relation(self, row: Any, info: Any, declared: Relation, path: str, given: Row) -> Any:
        table, world = table_for(declared), info.context
        limit = None if isinstance(declared, Connection) else size_of(given.get("first"))
        only = self.python[f"{path}.only"] if declared.only else lambda row, world: True
        rows = [r for r in world.rows[table.name] if self.hangs(row, r, declared, path, world) and only(r, world)]
        for name, value in given.items():
            rows = self.left(rows, declared.args[name], value, f"{path}.{camel(name)}", table, name, world)
        match declared:
            case One():
                return next((self.entity(r, declared.target, world) for r in rows), None)
            case Count():
                return len(rows)
            case Many():
                return [self.entity(r, declared.target, world) for r in ordered(rows, declared.orders[None])[:limit]]
            case Connection():
                return self.page(rows, declared, given, world)
        raise NotImplementedError(declared)

    def hangs(self, parent: Any, row: Row, declared: Relation, path: str, world: World) -> bool:
        """Tell whether a row belongs to its parent."""
        if not isinstance(parent, dict):
            return True
        if declared.on:
            return bool(self.python[path](parent, row, world))
        [key] = foreign_keys(parent["__table"], table_for(declared), declared.via)
        if isinstance(declared, One) and key.parent.table is parent["__table"]:
            return bool(row[key.column.name] == parent[key.parent.name])
        return bool(row[key.parent.name] == parent[key.column.name])

    def left(self, rows: list[Row], filter_: Any, value: Any, path: str, table: Any, name: str, world: World) -> list[Row]:
        """Return the rows that a filter leaves."""
        if not isinstance(filter_, Filter):
            return rows
        kind, column = bare(filter_.type), filter_.column or name
        if isinstance(kind, type) and issubclass(kind, Where):
            for inner, given in value.items():
                rows = self.left(rows, kind._meta.fields[inner], given, f"{kind._meta.name}.{camel(inner)}", table, inner, world)
            return rows
        if innermost(kind) is graphene.ID:
            value = keys(value, filter_.prefix or self.catalog.prefix_behind(table.c[column]))
        if filter_.predicate:
            return [row for row in rows if value is not None and self.python[path](row, value, world)]
        wanted = value if isinstance(value, list) else [value]
        return [row for row in rows if row[column] is not None and any(row[column] == v or str(row[column]) == str(v) for v in wanted)]

    def entity(self, row: Row, entity: Any, world: World) -> Row:
        """Return a row as an object of its type, and note which record it shows."""
        trace = entity._meta.trace
        if trace.prefix and row[trace.column] is not None:
            world.shown.add(f"{trace.prefix}_{row[trace.column]}")
        return {**row, "__table": entity._meta.table, "__typename": entity._meta.name}

    def node(self, root: Any, info: Any, id: str) -> Row | None:
        named, world = get_named_type(info.return_type).name, info.context
        kinds = [maker_of(t) for t in self.catalog.entities.values() if named in [i.name for i in t.interfaces]]
        rows = ((row, kind) for kind in kinds for row in world.rows[kind._meta.table.name])
        return next((self.entity(row, kind, world) for row, kind in rows if f"{prefix_of(kind)}_{row['id']}" == id), None)

    def page(self, rows: list[Row], declared: Connection, given: Row, world: World) -> Row:
        order = declared.orders[given.get("order_by") or next(iter(declared.orders))]
        page = page_of(rows, table_for(declared).name, order, given)

        def shown() -> list[Row]:
            return [self.entity(row, declared.target, world) for row in page.rows]

        return {
            "edges": lambda: [{"cursor": c, "node": row} for c, row in zip(page.cursors, shown(), strict=True)],
            "total_count": page.total,
            "page_info": {
                "has_next_page": page.has_next,
                "has_previous_page": page.has_previous,
                "start_cursor": lambda: page.cursors[0] if shown() else None,
                "end_cursor": lambda: page.cursors[-1] if shown() else None,
            },
        }


@lru_cache(maxsize=400)
def parsed(text: str) -> DocumentNode:
    """Parse a document; the same one is asked as many people."""
    return parse(text)


def names_needed(catalog: Catalog) -> list[str]:
    """Return the names of all that a schema's declarations say in SQL, in their order."""
    found = [
        name
        for type_ in catalog.types()
        for field_name in type_.fields
        for name in said_in_sql(f"{type_.name}.{field_name}", *catalog.declared(type_.name, field_name), type_)
    ]
    return list(dict.fromkeys(found))


def said_in_sql(path: str, name: str, declared: Any, type_: Any) -> Iterator[str]:
    """Yield the names of what one field says in SQL."""
    if isinstance(declared, Expr) and not isinstance(declared, GlobalId):
        yield path
    if isinstance(declared, Relation):
        yield from [path] if declared.on else []
        yield from [f"{path}.only"] if declared.only else []
        yield from predicates(path, declared.args)
    elif resolver := resolver_of(type_, name, declared):
        yield from (f"{path}.{name}" for name, sql in getattr(resolver, "reads", {}).items() if sql is not None)


def predicates(path: str, declared: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of the filters that have a predicate of their own."""
    for name, filter_ in declared.items():
        kind = bare(filter_.type)
        if isinstance(kind, type) and issubclass(kind, Where):
            yield from predicates(kind._meta.name, kind._meta.fields)
        elif isinstance(filter_, Filter) and filter_.predicate:
            yield f"{path}.{camel(name)}"


def arguments(declared: Mapping[str, Any], given: Mapping[str, Any]) -> Row:
    """Return arguments, or the fields of an input object, by their Python names and as SQL gets them."""
    return {a.out_name or name: read(a.type, given[name]) for name, a in declared.items() if given.get(name) is not None}


def read(type_: Any, value: Any) -> Any:
    """Return a value as SQL gets it."""
    kind = get_named_type(type_)
    if isinstance(value, list):
        return [read(type_, item) for item in value]
    if isinstance(kind, GraphQLInputObjectType):
        return arguments(kind.fields, value)
    if isinstance(kind, GraphQLEnumType):
        return getattr(kind.values[value].value, "value", kind.values[value].value)
    return None if value is None else kind.parse_value(value)


def keys(value: Any, prefix: str) -> Any:
    """Return the key that an id names, or None; of a list, those that name one."""
    if isinstance(value, list):
        return [key for text in value if (key := keys(text, prefix))]
    found, _, key = str(value).partition("_")
    try:
        return UUID(key) if found == prefix and str(UUID(key)) == key else None
    except ValueError:
        return None


def value_of(row: Any, name: str) -> Any:
    value = row[name] if isinstance(row, dict) else getattr(row, name)
    return value() if callable(value) else value


def bare(type_: Any) -> Any:
    return type_.of_type if isinstance(type_, graphene.NonNull) else type_


def innermost(type_: Any) -> Any:
    return innermost(type_.of_type) if isinstance(type_, Structure) else type_


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.title, rest))
