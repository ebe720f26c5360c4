"""One field of a selection, merged as the specification says, with what its type declares."""

from dataclasses import dataclass
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
    get_named_type,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields

from service.reading.finish import Nullable, Required, Step

META: dict[str, GraphQLField] = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef, "__typename": TypeNameMetaFieldDef}


@dataclass(frozen=True, slots=True)
class Selected:
    """One field of a selection, with all the nodes that were merged into it."""

    parent: GraphQLObjectType
    nodes: list[FieldNode]

    @property
    def name(self) -> str:
        return self.nodes[0].name.value

    @property
    def place(self) -> int:
        """Return where the document says it: the same for every row that it is asked of."""
        return self.nodes[0].loc.start if self.nodes[0].loc else 0

    @property
    def definition(self) -> GraphQLField:
        return META.get(self.name) or cast(GraphQLField, self.parent.fields[self.name])

    @property
    def type(self) -> GraphQLObjectType:
        return cast(GraphQLObjectType, get_named_type(self.definition.type))

    def guarded(self, inner: Step | None, *, never_null: bool = False) -> Step | None:
        """Put the field's nullability around its step; no step at all where nothing can go wrong."""
        if not isinstance(self.definition.type, GraphQLNonNull):
            return Nullable(inner) if inner else None
        return inner if never_null else Required(inner, f"{self.parent.name}.{self.name}", self.nodes)


@dataclass(frozen=True, slots=True)
class Selections:
    """How graphql-core merges the selections of one document, for the variables of one request."""

    schema: GraphQLSchema
    fragments: dict[str, FragmentDefinitionNode]
    variables: dict[str, Any]

    def of_root(self, root: GraphQLObjectType, selection_set: Any) -> dict[str, Selected]:
        """Merge the selection of an operation."""
        found = collect_fields(self.schema, self.fragments, self.variables, root, selection_set)
        return {key: Selected(root, nodes) for key, nodes in found.items()}

    def under(self, type_: GraphQLObjectType, nodes: list[FieldNode]) -> dict[str, Selected]:
        """Merge what is selected on an object: fragments, @skip, @include, equal keys."""
        found = collect_sub_fields(self.schema, self.fragments, self.variables, type_, nodes)
        return {key: Selected(type_, nodes) for key, nodes in found.items()}
