"""Every way through a schema from its root to the types that matter: one document a way, so that none is left to chance."""

import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLField, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, get_named_type, is_abstract_type, is_leaf_type

from tests.oracle.documents import Choose, literal, made


@dataclass(frozen=True)
class Way:
    """The fields from the root to a type, and the document that goes this way and shows all plain fields at its end.

    `kind`: the type of the records whose ids the document asks for in `$id`, if it does.
    """

    fields: tuple[str, ...]
    text: str
    kind: str | None


def ways_to(schema: GraphQLSchema, targets: Collection[str], choose: Choose, *, most_fields: int = 6, seed: int = 1) -> Iterator[Way]:
    """Yield the ways to some types that are at most so many fields long, and enter no field twice; edges and node count for nothing."""
    assert schema.query_type
    yield from Walk(schema, frozenset(targets), choose, most_fields, random.Random(seed)).from_(schema.query_type, (), (), None)


@dataclass(frozen=True)
class Walk:
    """One search through a schema."""

    schema: GraphQLSchema
    targets: frozenset[str]
    choose: Choose
    most: int
    random: random.Random

    def from_(self, type_: GraphQLObjectType, fields: tuple[str, ...], opened: tuple[str, ...], kind: str | None) -> Iterator[Way]:
        """Yield the ways that go on from a type; `opened`: the text so far, a part for each brace to close."""
        if type_.name in self.targets:
            head = "query($id: ID!)" if kind else "query"
            yield Way(fields, " { ".join([head, *opened, plain_fields(type_)]) + " }" * (len(opened) + 1), kind)
        for name, field in type_.fields.items():
            path = f"{type_.name}.{name}"
            if is_leaf_type(get_named_type(field.type)) or path in fields or len(steps(fields)) >= self.most:
                continue
            asked = self.asked(path, name, field)
            for next_, fragment in self.types(field):
                named = next_.name if "$id" in asked else kind
                yield from self.from_(next_, (*fields, path), (*opened, asked, *fragment), named)

    def types(self, field: GraphQLField) -> list[tuple[GraphQLObjectType, tuple[str, ...]]]:
        """Return the types that a field leads to, with the fragment that is needed to go on."""
        kind: Any = get_named_type(field.type)
        if is_abstract_type(kind):
            return [(type_, (f"... on {type_.name}",)) for type_ in self.schema.get_possible_types(kind)]
        return [(kind, ())]

    def asked(self, path: str, name: str, field: GraphQLField) -> str:
        """Write a field with the arguments that it needs; a page is as long as can be."""
        needed = {n: self.value(path, n, a.type) for n, a in field.args.items() if isinstance(a.type, GraphQLNonNull)}
        given = needed | ({"first": "100"} if {"first", "last"} <= field.args.keys() else {})
        return f"{name}({', '.join(f'{n}: {v}' for n, v in given.items())})" if given else name

    def value(self, path: str, name: str, type_: Any) -> str:
        return "$id" if str(type_) == "ID!" else literal(made(self.random, self.choose, path, name, type_))


def steps(fields: tuple[str, ...]) -> list[str]:
    """Return the fields that lead somewhere."""
    return [path for path in fields if not path.endswith(("Connection.edges", "Edge.node"))]


def plain_fields(type_: GraphQLObjectType) -> str:
    """Name the fields of a type that need no argument and have nothing below them; its name where there are none."""
    plain = (name for name, field in type_.fields.items() if is_leaf_type(get_named_type(field.type)))
    named = (n for n in plain if not any(isinstance(a.type, GraphQLNonNull) for a in type_.fields[n].args.values()))
    return " ".join(named) or "__typename"  # what only links two records has none
