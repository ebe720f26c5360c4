"""Every way through a schema from its root to the types that matter, so that none is left to chance; each alone, or many together."""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from graphql import GraphQLField, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, get_named_type, is_abstract_type, is_leaf_type

from tests.oracle.documents import Choose, literal, made


@dataclass(frozen=True)
class Way:
    """The fields from the root to a type, as they are named and as they are asked for, and what is shown at the end.

    `kind`: the type of the records whose ids are asked for in `$id`, if they are.
    """

    fields: tuple[str, ...]
    opened: tuple[str, ...]
    shown: str
    kind: str | None

    @property
    def text(self) -> str:
        """Write the document that goes this way."""
        return document([self])

    @property
    def trunk(self) -> tuple[str, ...]:
        """Return what it must have in common with others to be gone with them: as far as its last fragment, else the first field."""
        fragments = [n for n, part in enumerate(self.opened, 1) if part.startswith("...")]
        return self.opened[: max(fragments, default=1)]


def document(ways: Sequence[Way]) -> str:
    """Write the document that goes some ways, which have their kind and trunk in common; what they have in common is asked for once."""
    tree: dict[str, Any] = {}
    for way in ways:
        reduce(lambda at, part: at.setdefault(part, {}), (*way.opened, way.shown), tree)
    return ("query($id: ID!)" if ways[0].kind else "query") + selection(tree)


def selection(tree: Mapping[str, Any]) -> str:
    """Write what is asked for."""
    parts = (part + selection(below) if below else part for part, below in tree.items())
    return " { " + " ".join(parts) + " }"


def together(ways: Iterable[Way], *, most: int = 40) -> Iterator[list[Way]]:
    """Yield ways in groups, each for one document that is not too long."""
    found: dict[Any, list[Way]] = {}
    for way in ways:
        found.setdefault((way.kind, way.trunk), []).append(way)
    for group in found.values():
        yield from (group[n : n + most] for n in range(0, len(group), most))


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
        """Yield the ways that go on from a type; `opened`: what is asked for so far, a part for each brace."""
        if type_.name in self.targets:
            yield Way(fields, opened, plain_fields(type_), kind)
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
