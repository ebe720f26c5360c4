"""What a resolver made of plain objects is shown at once, and as the executor would show it; what is wrong the executor tells."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import graphene
import orjson
import pytest
from graphene import Boolean, Int, List, NonNull, String
from graphql import GraphQLResolveInfo, execute_sync

from service.reading.answer import answered
from service.reading.documents import Document, checked, coerced, parsed
from service.reading.plain import Show, show_of
from service.reading.selection import Selections


class Colour(graphene.Enum):
    RED = "red"


class Reason(graphene.ObjectType):
    code = String(required=True)
    colour = Colour()


class Move(graphene.ObjectType):
    title = String(required=True)
    allowed = Boolean(required=True)
    count = Int()
    reasons = List(NonNull(Reason), required=True)


class Clever(graphene.ObjectType):
    title = String()

    def resolve_title(self: Any, info: GraphQLResolveInfo) -> str:
        return "worked out"


class Query(graphene.ObjectType):
    moves = List(NonNull(Move), required=True)
    clever = graphene.Field(Clever)


MOVES = [Move(title="Close", allowed=False, count=3, reasons=[Reason(code="a", colour="red"), Reason(code="b")])]
SCHEMA = graphene.Schema(query=Query).graphql_schema
ASKED = """
    query($more: Boolean = true) { moves { __typename is: allowed title count reasons { ...R } } }
    fragment R on Reason { c: code colour @include(if: $more) }
"""


def valid(text: str) -> Document:
    found = checked(SCHEMA, text, parsed(text))
    assert isinstance(found, Document)
    return found


def run(text: str, root: Any, variables: Mapping[str, Any] = MappingProxyType({})) -> tuple[bytes, list[str]]:
    """Answer a document from a root value."""
    document = valid(text)
    operation = document.operation(None)
    assert operation
    values = coerced(SCHEMA, operation, variables)
    assert isinstance(values, dict)
    fetched: Any = {"another": None, **root}
    done = asyncio.run(answered(SCHEMA, document, operation, values, fetched, None))
    return done.data, [error.message for error in done.errors]


@pytest.mark.parametrize("more", [True, False])
def test_plain_objects_are_shown_as_the_executor_shows_them(more: bool) -> None:
    root = {"moves": MOVES}

    data, errors = run(ASKED, root, {"more": more})

    told = execute_sync(SCHEMA, parsed(ASKED), root, variable_values={"more": more})
    assert (data, errors) == (orjson.dumps(told.data), [])


@pytest.mark.parametrize(
    "moves",
    [None, 3, [None], [Move(title=None, allowed=True, reasons=[])], [Move(title="A", allowed="perhaps", reasons=[])], [Move(title="A")]],
)
def test_what_is_wrong_is_told_as_the_executor_tells_it(moves: Any) -> None:
    text = "{ moves { title allowed count reasons { code } } }"

    data, errors = run(text, {"moves": moves})

    told = execute_sync(SCHEMA, parsed(text), {"moves": moves})
    assert told.errors
    assert (data, errors) == (b"null", [error.message for error in told.errors])


def shown(text: str) -> Show | None:
    """Return how the first root field of a document is shown."""
    document = valid(text)
    operation = document.operation(None)
    assert operation and SCHEMA.query_type
    selections = Selections(SCHEMA, document.fragments, {})
    [field] = selections.of_root(SCHEMA.query_type, operation.selection_set).values()
    return show_of(selections, field.definition.type, field.nodes)


def test_a_type_with_a_resolver_of_its_own_is_not_plain() -> None:
    assert shown("{ clever { title } }") is None
    assert run("{ clever { title } }", {"clever": Clever(title="plain")}) == (b'{"clever":{"title":"worked out"}}', [])


def test_introspection_is_left_to_the_executor() -> None:
    assert shown("{ __schema { queryType { name } } }") is None
