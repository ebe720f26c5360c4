"""Random valid documents, made from a schema: aliases (long ones too), merged keys, fragments, @skip/@include, variables, nulls."""

import json
import random
from collections.abc import Callable, Mapping
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    parse,
    validate,
)

Choose = Callable[[random.Random, str, str, str], Any]
"""Random source, `Type.field`, argument and name of its type in; a value out."""


class Enum(str):
    """The name of an enum's member: written without quotes in a document."""


class Document:
    """One random document with its variables."""

    def __init__(self, seed: int, schema: GraphQLSchema, choose: Choose, *, depth: int = 4) -> None:
        self.r, self.schema, self.choose = random.Random(seed), schema, choose
        self.variables: dict[str, Any] = {}
        self.declared: list[str] = []
        self.fragments: list[str] = []
        self.keys: dict[tuple[str, str], str] = {}
        selection = self.selection(schema.query_type, depth)
        head = f"query Q({', '.join(self.declared)})" if self.declared else "query Q"
        self.text = "\n".join([f"{head} {selection}", *self.fragments])

    def is_valid(self) -> bool:
        return not validate(self.schema, parse(self.text))

    def changed(self) -> Mapping[str, Any]:
        """Return other variables for the same text: truth turned round, what may be left out left out."""
        required = {d[1:].partition(":")[0] for d in self.declared if d.endswith("!")}
        return {k: not v if isinstance(v, bool) else v for k, v in self.variables.items() if k in required}

    # -- selections -----------------------------------------------------------------------------------------------

    def selection(self, type_: Any, depth: int) -> str:
        parts = [p for _ in range(self.r.choice([1, 2, 3, 4, 6])) if (p := self.part(type_, depth))]
        return "{ " + " ".join(parts if parts and self.r.random() < 0.7 else [*parts, "__typename"]) + " }"

    def part(self, type_: Any, depth: int) -> str | None:
        roll = self.r.random()
        if roll < 0.1 and depth:
            return f"... {self.r.choice([f'on {type_.name}', ''])} {self.directive()} {self.selection(type_, depth - 1)}"
        if roll < 0.18 and depth:
            return self.fragment(type_, depth)
        if isinstance(type_, GraphQLInterfaceType):
            concrete = self.r.choice([None, *self.schema.get_possible_types(type_)])
            return f"... on {concrete.name} {self.selection(concrete, depth - 1)}" if concrete else self.r.choice(["id", "__typename"])
        return self.field(type_, depth)

    def fragment(self, type_: Any, depth: int) -> str:
        number = len(self.fragments)
        self.fragments.append("")
        self.fragments[number] = f"fragment F{number} on {type_.name} {self.selection(type_, depth - 1)}"
        return " ".join([f"...F{number} {self.directive()}"] * self.r.choice([1, 1, 2]))

    def field(self, type_: Any, depth: int) -> str | None:
        name, field = self.r.choice([*type_.fields.items(), ("__typename", None)])
        if not field:
            return self.r.choice(["__typename", f"kind{type_.name}: __typename"])
        inner = get_named_type(field.type)
        if not is_leaf_type(inner) and depth <= 0:
            return None
        given = self.arguments(f"{type_.name}.{name}", field.args)
        arguments = ", ".join(f"{n}: {text}" for n, text in given.items())
        body = "" if is_leaf_type(inner) else self.selection(inner, depth - (0 if "edges" in type_.fields else 1))
        return f"{self.key(name, arguments, bool(field.args))}{name}{f'({arguments})' if arguments else ''} {self.directive()} {body}"

    def key(self, name: str, arguments: str, takes: bool) -> str:
        """Return an alias. What takes arguments has one for each set of them, so that equal keys can be merged."""
        if not takes:
            return self.r.choice(["", "", f"{name}_x: ", f"{name}_{'y' * 70}: "])
        return self.keys.setdefault((name, arguments), f"{name}_{len(self.keys)}: ")

    def directive(self) -> str:
        if self.r.random() < 0.85:
            return ""
        return f"@{self.r.choice(['skip', 'include'])}(if: {self.value('Boolean!', self.r.random() < 0.5)})"

    # -- arguments ------------------------------------------------------------------------------------------------

    def arguments(self, path: str, declared: Mapping[str, Any]) -> dict[str, str]:
        """Choose arguments; of a page usually exactly one end."""
        names = list(declared)
        if {"first", "last"} <= set(names) and self.r.random() < 0.9:
            names.remove(self.r.choice(["first", "first", "last"]))
        ends = {"first", "last"} if "after" in declared and self.r.random() < 0.95 else set()
        found = {n: self.argument(path, n, declared[n].type, always=n in ends) for n in names}
        return {n: text for n, text in found.items() if text is not None}

    def argument(self, path: str, name: str, type_: Any, *, always: bool) -> str | None:
        required = isinstance(type_, GraphQLNonNull)
        if not required and not always and self.r.random() < 0.5:
            return None
        value = None if not required and not always and self.r.random() < 0.1 else made(self.r, self.choose, path, name, type_)
        return self.value(str(type_), value)

    def value(self, type_: str, value: Any) -> str:
        if self.r.random() < 0.5:
            return literal(value)
        variable = f"v{len(self.declared)}"
        self.declared.append(f"${variable}: {type_}")
        if value is not None or type_.endswith("!") or self.r.random() < 0.5:
            self.variables[variable] = value
        return f"${variable}"


def made(r: random.Random, choose: Choose, path: str, name: str, type_: Any) -> Any:
    """Make a value of an input type."""
    kind = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(kind, GraphQLList):
        return [made(r, choose, path, name, kind.of_type) for _ in range(r.choice([0, 1, 2, 5]))]
    if isinstance(kind, GraphQLInputObjectType):
        return fields_made(r, choose, kind)
    if isinstance(kind, GraphQLEnumType):
        return Enum(r.choice(list(kind.values)))
    if kind.name == "Boolean":
        return r.random() < 0.5
    return choose(r, path, name, kind.name)


def fields_made(r: random.Random, choose: Choose, kind: GraphQLInputObjectType) -> dict[str, Any]:
    """Make an input object: what it requires, some of the rest, and now and then null."""
    required = {n for n, f in kind.fields.items() if isinstance(f.type, GraphQLNonNull)}
    chosen = [n for n in kind.fields if n in required or r.random() < 0.4]
    return {n: None if n not in required and r.random() < 0.1 else made(r, choose, kind.name, n, kind.fields[n].type) for n in chosen}


def literal(value: Any) -> str:
    """Write a value as a document does."""
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {literal(inner)}" for name, inner in value.items()) + "}"
    return str(value) if isinstance(value, Enum) else json.dumps(value)
