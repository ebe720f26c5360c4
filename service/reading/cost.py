"""What a document would cost at most, judged before it is compiled, on the selection as it will be merged.

The unit is one value of the answer: a field of an object counts 1 for each object that can be there. A page counts its size
times what is below it, an unlimited list its declared `few`; a count reads rows that it does not show, and counts for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from graphql import (
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    Visitor,
    is_abstract_type,
    is_leaf_type,
    visit,
)

from service.reading.arguments import Given, given_arguments
from service.reading.catalog import Catalog
from service.reading.declarations import resolver_of
from service.reading.documents import Document
from service.reading.errors import BadArgument, TooCostly
from service.reading.fields import FEW, Connection, Count, Many, NodeField, Relation
from service.reading.selection import Selected, Selections

COUNT = 50
"""What counting costs: an index is read, and nothing shown."""
RESOLVER = 10
"""What a field costs that is worked out in Python for each object."""
MUTATION = 100
INTROSPECTION = 1000
"""What a list in a description of the schema costs; graphql-core bounds how deep they are nested."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What an operation costs: `values` in its answer at most, and how it is written."""

    values: int = 0
    depth: int = 0
    root_fields: int = 0
    aliases: int = 0
    merging: int = 0


LIMITS = Cost(values=50_000, depth=12, root_fields=20, aliases=100, merging=500_000)
"""The most that an operation may cost. `merging`: selections looked at while fragments are merged, which is work of our own."""

WORDS = {
    "values": "values in its answer",
    "depth": "levels of nesting",
    "root_fields": "fields at its root",
    "aliases": "aliases",
    "merging": "selections to merge",
}


def cost_of(
    document: Document, operation: OperationDefinitionNode, values: dict[str, Any], catalog: Catalog, limits: Cost = LIMITS
) -> Cost:
    """Reckon what an operation costs. Raise TooCostly as soon as a limit is passed, so that the reckoning itself is bounded."""
    return Reckoning(catalog, Selections(catalog.schema, document.fragments, values), limits, size_of_all(document)).of(operation)


def refuse_if_too_costly(
    document: Document, operation: OperationDefinitionNode, values: dict[str, Any], catalog: Catalog, limits: Cost = LIMITS
) -> None:
    """Raise TooCostly where an operation passes a limit."""
    cost_of(document, operation, values, catalog, limits)


def size_of_all(document: Document) -> int:
    """Count the selections written in a document: merging looks at each of them once for each object, at most."""
    found = 0

    class Find(Visitor):
        def enter_selection_set(self, node: SelectionSetNode, *_: Any) -> None:
            nonlocal found
            found += len(node.selections)

    visit(document.ast, Find())
    return found


class Reckoning:
    """The reckoning of one operation; `spent` only grows, and each step is checked against its limit."""

    def __init__(self, catalog: Catalog, selections: Selections, limits: Cost, size: int) -> None:
        self.catalog, self.selections, self.limits, self.size = catalog, selections, limits, size
        self.spent = dict.fromkeys((field.name for field in fields(Cost)), 0)

    def of(self, operation: OperationDefinitionNode) -> Cost:
        """Reckon an operation from its root."""
        root = self.catalog.schema.get_root_type(operation.operation)
        assert root
        found = self.selections.of_root(root, operation.selection_set)
        self.spend("root_fields", len(found))
        each = MUTATION if operation.operation is OperationType.MUTATION else 0
        self.spend("values", each * len(found))
        self.of_fields(found, times=1, depth=1)
        return Cost(**self.spent)

    def spend(self, what: str, amount: int) -> None:
        """Add to what was spent. Raise TooCostly where that is more than the limit."""
        self.spent[what] += amount
        if self.spent[what] > (most := getattr(self.limits, what)):
            raise TooCostly(what, WORDS[what], self.spent[what], most)

    def deepen(self, depth: int) -> None:
        self.spend("depth", max(0, depth - self.spent["depth"]))

    def of_fields(self, found: Mapping[str, Selected], *, times: int, depth: int, page: int = 0) -> None:
        """Reckon the fields of an object that is there some times; `page`: how many edges it has, where it is a page."""
        self.deepen(depth)
        self.spend("aliases", aliases(found))
        self.spend("values", times * len(found))
        for field in found.values():
            self.of_field(field, times, depth, page)

    def of_field(self, field: Selected, times: int, depth: int, page: int) -> None:
        if field.name.startswith("__"):
            return self.of_description(field)
        name, declared = self.catalog.declared(field.parent.name, field.name)
        self.spend("values", times * self.own(field, name, declared))
        if is_leaf_type(field.type):
            return
        try:
            given = self.given(field, declared)
        except BadArgument:  # its field fails, and nothing below it is read
            return
        many, edges = self.many(field, declared, given, page)
        for found in self.below(field, self.types(field, declared, given)):
            self.of_fields(found, times=times * many, depth=depth + 1, page=edges)

    def of_description(self, field: Selected) -> None:
        """Reckon a part of the schema's own description."""
        if field.name == "__typename":
            return
        self.spend("values", INTROSPECTION if is_list(field) else 1)
        for found in [] if is_leaf_type(field.type) else self.below(field, [field.type]):
            self.spend("aliases", aliases(found))
            for each in found.values():
                self.of_description(each)

    def own(self, field: Selected, name: str, declared: Any) -> int:
        """Return what a field costs beside its place in the answer."""
        is_total = field.name == "totalCount" and field.parent.name.endswith("Connection")
        if isinstance(declared, Count) or is_total:
            return COUNT
        return RESOLVER if not isinstance(declared, Relation | NodeField) and resolver_of(field.parent, name, declared) else 0

    def given(self, field: Selected, declared: Any) -> dict[str, Given]:
        """Return the arguments that say how many rows there are. Raise BadArgument."""
        is_limited = isinstance(declared, Many | Connection | NodeField)
        return given_arguments(field.definition, field.nodes[0], self.selections.variables) if is_limited else {}

    def many(self, field: Selected, declared: Any, given: dict[str, Given], page: int) -> tuple[int, int]:
        """Return how many objects a field leads to, and how many edges each of them has."""
        match declared:
            case Connection():
                return 1, sizes(given)
            case Many():
                return sizes(given) if "first" in given else int(declared.few), 0
        if field.name == "edges" and page:
            return page, 0
        return FEW if is_list(field) else 1, 0

    def types(self, field: Selected, declared: Any, given: dict[str, Given]) -> list[GraphQLObjectType]:
        """Return the types that the objects may have; an id says which."""
        if isinstance(declared, NodeField):
            named = self.catalog.by_prefix.get(str(given["id"].now).partition("_")[0])
            return [named] if named else []
        kind: Any = field.type
        return list(self.catalog.schema.get_possible_types(kind)) if is_abstract_type(kind) else [kind]

    def below(self, field: Selected, types: list[GraphQLObjectType]) -> list[Mapping[str, Selected]]:
        """Merge what is selected on the objects that a field leads to."""
        self.spend("merging", self.size * len(types))
        return [self.selections.under(type_, field.nodes) for type_ in types]


def aliases(found: Mapping[str, Selected]) -> int:
    return sum(key != field.name for key, field in found.items())


def is_list(field: Selected) -> bool:
    """Tell whether a field answers with a list."""
    kind = field.definition.type
    return isinstance(kind.of_type if isinstance(kind, GraphQLNonNull) else kind, GraphQLList)


def sizes(given: Mapping[str, Given]) -> int:
    """Return the length that is asked for; one that is out of range fails its field, and then nothing is read."""
    asked = [int(given[name].now) for name in ("first", "last") if name in given]
    return max([1, *(size for size in asked if size <= Connection.most)])
