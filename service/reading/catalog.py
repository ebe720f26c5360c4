"""Look declarations up by GraphQL name, and refuse at start-up what could not be answered at run time."""

from collections.abc import Iterator
from typing import Any

import graphene
from graphql import GraphQLObjectType

from service.reading.checks import problem_of_entity, problem_of_relation
from service.reading.declarations import graphql_name, is_entity, maker_of, prefix_of, table_for
from service.reading.errors import DeclarationError
from service.reading.fields import One, Relation
from service.reading.filters import uncompilable
from service.reading.visibility import Visibility


class Catalog:
    """The declarations behind a schema's types. Raise DeclarationError where one cannot be compiled."""

    def __init__(self, schema: graphene.Schema, visibility: Visibility) -> None:
        self.schema = schema.graphql_schema
        self.fields = {t.name: {graphql_name(n, f): (n, f) for n, f in maker_of(t)._meta.fields.items()} for t in self.types()}
        self.entities = {t.name: t for t in self.types() if is_entity(t)}
        refuse([p for t in self.types() for p in self.problems(t, visibility)])
        self.by_prefix = {prefix: t for t in self.entities.values() if (prefix := prefix_of(maker_of(t)))}
        self.prefixes = {maker_of(t)._meta.table: prefix for prefix, t in self.by_prefix.items()}
        refuse([p for t in self.types() for p in self.problems_of_filters(t)])

    def types(self) -> Iterator[GraphQLObjectType]:
        """Yield the object types that graphene made."""
        return (t for t in self.schema.type_map.values() if isinstance(t, GraphQLObjectType) and hasattr(t, "graphene_type"))

    def declared(self, type_name: str, field: str) -> tuple[str, Any]:
        """Return the graphene declaration of a field, with its Python name."""
        return self.fields.get(type_name, {}).get(field, ("", None))

    def problems(self, type_: Any, visibility: Visibility) -> Iterator[str]:
        """Say what is wrong with a type."""
        if is_entity(type_):
            yield from problem_of_entity(type_, maker_of(type_), visibility)
            yield from self.shared_prefix(type_)
            return
        relations = relations_of(type_)
        for name, field in relations.items():
            if problem := problem_of_relation(None, field, visibility):
                yield f"{type_.name}.{name}: {problem}"
        if type_ is not self.schema.query_type and (len(relations) > 1 or not all(isinstance(f, One) for f in relations.values())):
            yield f"{type_.name}: nothing leads to its {sorted(relations)}: a payload has one record, and what else it shows hangs on that"

    def problems_of_filters(self, type_: Any) -> Iterator[str]:
        """Say which filters of a type's relations could not be compiled."""
        for name, field in relations_of(type_).items():
            yield from (f"{type_.name}.{name}: {problem}" for problem in uncompilable(field.args, table_for(field), self))

    def shared_prefix(self, type_: Any) -> Iterator[str]:
        prefix = prefix_of(maker_of(type_))
        others = [t.name for t in self.entities.values() if t is not type_ and prefix and prefix_of(maker_of(t)) == prefix]
        if others:
            yield f"{type_.name}: {', '.join(others)} has the prefix {prefix} as well"

    def prefix_behind(self, column: Any) -> str:
        """Return the prefix of the records that a column names: its own table's, or that of the table it refers to."""
        if column is None:
            raise DeclarationError("say which records' ids are meant: Filter(..., prefix=)")
        tables = [column.table, *(key.column.table for key in column.foreign_keys)]
        found = [self.prefixes[t] for t in reversed(tables) if t in self.prefixes]
        if not found:
            raise DeclarationError(f"{column}: say which records' ids are meant: Filter(..., prefix=)")
        return found[0]


def relations_of(type_: Any) -> dict[str, Relation]:
    return {name: field for name, field in maker_of(type_)._meta.fields.items() if isinstance(field, Relation)}


def refuse(problems: list[str]) -> None:
    """Raise DeclarationError where there are problems, and say them all."""
    if problems:
        raise DeclarationError("; ".join(problems))
