"""A document, parsed and validated once, and which of its variables decide what a statement looks like."""

import hashlib
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLEnumType,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    VariableNode,
    Visitor,
    get_named_type,
    is_abstract_type,
    parse,
    validate,
    visit,
)
from graphql.execution.values import get_variable_values

from service.reading.arguments import MOST
from service.reading.errors import TooCostly

MOST_CHARACTERS = 20_000
MOST_TOKENS = 5000
BYTES_A_CHARACTER = 200
"""What a parsed document takes in memory for each of its characters; measured."""


class Form(NamedTuple):
    """What is kept of an operation in the key of what was made of it: never the text, which may be long and is a stranger's."""

    digest: bytes
    place: int
    shape: Hashable
    weight: int


@dataclass(frozen=True)
class Document:
    """A valid document. `deciding`: variables whose values a plan depends on, beyond their presence, and how."""

    text: str
    ast: DocumentNode
    fragments: dict[str, FragmentDefinitionNode]
    operations: dict[str | None, OperationDefinitionNode]
    deciding: Mapping[str, str]
    digest: bytes

    def form(self, place: int, values: Mapping[str, Any]) -> Form:
        """Return what is the same wherever the same place of the same document is asked with variables of the same shape."""
        return Form(self.digest, place, self.shape(values), BYTES_A_CHARACTER * len(self.text))

    def operation(self, name: str | None) -> OperationDefinitionNode | None:
        """Return the operation of a name, or the only one; None where there is none or a choice."""
        if name is None and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        return self.operations.get(name) if name is not None else None

    def shape(self, values: Mapping[str, Any]) -> Hashable:
        """Return what a statement depends on in the variables."""
        return tuple((name, shape(value, self.deciding.get(name))) for name, value in values.items())


def shape(value: Any, deciding: str | None = None) -> Hashable:
    """Return what a statement depends on in a value: presence, truth (@skip, @include), an input's keys, or what it decides."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return tuple((k, shape(v)) for k, v in value.items())
    match deciding:
        case "size":
            return value if 1 <= value <= MOST else "out of range"
        case "order":
            return getattr(value, "value", value)  # type: ignore[no-any-return]
        case "id":
            return str(value).partition("_")[0][:20]
    return "given"


def digest_of(text: str) -> bytes:
    """Return what a document is known by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def parsed(text: str) -> DocumentNode:
    """Parse a document. Raise GraphQLError, also for one that is nested beyond reason, and TooCostly for one too long."""
    if len(text) > MOST_CHARACTERS:
        raise TooCostly("characters", "characters", len(text), MOST_CHARACTERS)
    try:
        return parse(text, max_tokens=MOST_TOKENS)
    except GraphQLSyntaxError as error:
        if f"more than {MOST_TOKENS} tokens" in error.message:  # graphql-core has no other word for it
            raise TooCostly("tokens", "tokens", MOST_TOKENS + 1, MOST_TOKENS) from None
        raise


def checked(schema: GraphQLSchema, text: str, ast: DocumentNode) -> Document | list[GraphQLError]:
    """Validate a parsed document, or return what is wrong with it."""
    errors = validate(schema, ast, max_errors=20)
    if errors:
        return errors
    operations = {d.name.value if d.name else None: d for d in ast.definitions if isinstance(d, OperationDefinitionNode)}
    fragments = {d.name.value: d for d in ast.definitions if isinstance(d, FragmentDefinitionNode)}
    return Document(text, ast, fragments, operations, deciding_variables(schema, ast), digest_of(text))


def coerced(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> dict[str, Any] | list[GraphQLError]:
    """Coerce the variables of an operation, or return what is wrong with them."""
    return get_variable_values(schema, operation.variable_definitions or (), dict(variables), max_errors=20)


def deciding_variables(schema: GraphQLSchema, ast: DocumentNode) -> dict[str, str]:
    """Find the variables that say how long a page is, how it is ordered, or which kind of record is meant."""
    found: dict[str, str] = {}
    info = TypeInfo(schema)

    class Find(Visitor):
        def enter_argument(self, node: Any, *_: Any) -> None:
            if not isinstance(node.value, VariableNode) or not info.get_argument():
                return
            if role := role_of(node.name.value, info):
                found[node.value.name.value] = role

    visit(ast, TypeInfoVisitor(info, Find()))
    return found


def role_of(argument: str, info: TypeInfo) -> str | None:
    """Say what an argument decides, if anything."""
    if argument in ("first", "last"):
        return "size"
    if argument == "orderBy" and isinstance(get_named_type(info.get_input_type()), GraphQLEnumType):
        return "order"
    field = info.get_field_def()
    return "id" if argument == "id" and field and is_abstract_type(get_named_type(field.type)) else None
