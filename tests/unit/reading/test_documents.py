"""Documents are parsed and validated before anything else is thought about them."""

from typing import Any

import pytest
from graphql import GraphQLError

from service.reading.documents import Document, checked, coerced, parsed
from tests.integration.reading.sample import schema

SCHEMA = schema.graphql_schema


def valid(text: str) -> Document:
    document = checked(SCHEMA, text, parsed(text))
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("text", ["", "{", "{ a", "query", "{ a(b: ) }", "{" * 3000, "{a" * 2000, "{...{" * 1200, '{ a(b: "\\q") }'])
def test_refuses_what_is_no_document(text: str) -> None:
    with pytest.raises(GraphQLError):
        parsed(text)


def chain(link: str, length: int) -> str:
    return '{ case(id: "x") { ...F0 } } ' + " ".join(
        f"fragment F{i} on Case {{ {link.replace('NEXT', f'F{i + 1}')} }}" for i in range(length)
    )


@pytest.mark.parametrize(
    "text",
    [
        "{ nothing }",
        "fragment A on Case { ...A } { case(id: 1) { ...A } }",
        chain("...NEXT", 500) + " fragment F500 on Case { id }",
        chain("person { cases { ...NEXT } }", 300) + " fragment F300 on Case { id }",
        "{ workers { " + "id " * 2400 + "} }",
    ],
)
def test_says_what_is_wrong_with_a_document_however_it_is_twisted(text: str) -> None:
    errors = checked(SCHEMA, text, parsed(text))

    assert isinstance(errors, list) and all(isinstance(error, GraphQLError) for error in errors)


def test_finds_an_operation_by_its_name_or_because_it_is_the_only_one() -> None:
    one, two = valid("{ service }"), valid("query A { service } query B { service }")

    assert one.operation(None) is one.operations[None]
    assert two.operation("A") is two.operations["A"]
    assert two.operation(None) is two.operation("C") is one.operation("A") is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"n": 5, "w": {"state": "TRIAGE"}}, {"n": 5, "w": {"state": "CLOSED"}}, True),
        ({"n": 5, "w": {"state": "TRIAGE"}}, {"n": 6, "w": {"state": "TRIAGE"}}, False),
        ({"n": 5, "w": {"state": "TRIAGE"}}, {"n": 5, "w": {"state": None}}, False),
        ({"n": 5, "w": {"state": "TRIAGE"}}, {"n": 5, "w": {"states": ["TRIAGE"]}}, False),
        ({"n": 0}, {"n": 101}, True),
        ({"n": 5}, {"n": 5, "w": None}, False),
        ({"n": 5, "o": "DUE"}, {"n": 5, "o": "LATEST"}, False),
        ({"n": 5, "id": "case_1"}, {"n": 5, "id": "case_2"}, True),
        ({"n": 5, "id": "case_1"}, {"n": 5, "id": "note_1"}, False),
        ({"n": 5, "b": True}, {"n": 5, "b": False}, False),
    ],
)
def test_two_requests_share_a_plan_only_if_their_statement_is_the_same(one: dict[str, Any], other: dict[str, Any], alike: bool) -> None:
    document = valid("""query($n: Int!, $w: CaseWhere, $o: Order, $id: ID! = "case_0", $b: Boolean! = true) {
        cases(first: $n, where: $w, orderBy: $o) { totalCount }
        node(id: $id) { id @include(if: $b) }
    }""")
    operation = document.operation(None)
    assert operation

    shapes = [document.shape(values) for given in (one, other) if isinstance(values := coerced(SCHEMA, operation, given), dict)]

    assert len(shapes) == 2
    assert (shapes[0] == shapes[1]) is alike


def test_says_which_variables_are_wrong() -> None:
    operation = valid("query($n: Int!) { cases(first: $n) { totalCount } }").operation(None)
    assert operation

    errors = coerced(SCHEMA, operation, {"n": "five"})

    assert isinstance(errors, list) and "$n" in errors[0].message
