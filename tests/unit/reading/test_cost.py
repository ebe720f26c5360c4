"""Documents that cost too much are refused before they are compiled, and the work of finding out is bounded."""

import time
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from graphql import get_introspection_query

from service.reading import Reader
from service.reading.cost import COUNT, LIMITS, MUTATION, RESOLVER, Cost, cost_of, refuse_if_too_costly
from service.reading.documents import Document, checked, coerced, parsed
from service.reading.errors import TooCostly
from tests.integration.reading.sample import schema, visibility

READER = Reader(schema, visibility)


def asked(text: str, variables: dict[str, Any]) -> tuple[Document, Any, dict[str, Any]]:
    document = checked(schema.graphql_schema, text, parsed(text))
    assert isinstance(document, Document), document
    operation = document.operation(None)
    assert operation
    values = coerced(schema.graphql_schema, operation, variables)
    assert isinstance(values, dict), values
    return document, operation, values


def cost(text: str, limits: Cost = LIMITS, **variables: Any) -> Cost:
    return cost_of(*asked(text, variables), READER.catalog, limits)


def refusal(text: str, limits: Cost = LIMITS, **variables: Any) -> dict[str, Any]:
    with pytest.raises(TooCostly) as refused:
        refuse_if_too_costly(*asked(text, variables), READER.catalog, limits)
    assert refused.value.extensions
    return refused.value.extensions


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{ service }", 1 + RESOLVER),
        ('{ case(id: "x") { id state } }', 1 + 2),
        ('{ case(id: "x") { id ... on Case { id } ...F ...F } } fragment F on Case { id state }', 1 + 2),
        ('{ case(id: "x") { id state @skip(if: true) } }', 1 + 1),
        ('{ case(id: "x") { notes(first: 7) { text } } }', 1 + 1 + 7),
        ('{ case(id: "x") { notes { text } } }', 1 + 1 + 20),
        ('{ case(id: "x") { notes { seen { alone } } } }', 1 + 1 + 20 * (1 + 20)),
        ("{ cases(first: 5) { edges { cursor node { id } } } }", 1 + 1 + 5 * (2 + 1)),
        ("{ cases(last: 1) { edges { node { id } } pageInfo { endCursor } } }", 1 + 2 + 1 + 1 + 1),
        ("{ cases(first: 5) { totalCount } }", 1 + 1 + COUNT),
        ("{ workers { caseLoad } }", 1 + 20 * (1 + COUNT)),
        ('{ case(id: "x") { availableMoves { trigger } } }', 1 + 1 + RESOLVER + 20),
        ("{ newestNotes { text } }", 1 + 4),
        (f'{{ node(id: "case_{"0" * 36}") {{ id ... on Case {{ notes(first: 3) {{ id }} }} ... on Person {{ givenName }} }} }}', 1 + 2 + 3),
        ('{ node(id: "nothing") { id } }', 1),
        ('mutation { change(id: "x") { ok case { id } } }', MUTATION + RESOLVER + 1 + 2 + 1),
    ],
)
def test_counts_each_value_that_the_answer_can_hold(text: str, values: int) -> None:
    assert cost(text).values == values


def test_a_page_that_will_fail_costs_its_place_only() -> None:
    assert cost("{ cases(first: 1000000) { edges { node { id } } } }").values < 10


def test_reckons_with_the_variables_of_the_request() -> None:
    text = "query($n: Int!, $b: Boolean!) { cases(first: $n) { edges { node { id } } totalCount @include(if: $b) } }"

    assert cost(text, n=100, b=False).values == 1 + 1 + 100 * 2
    assert cost(text, n=10, b=True).values == 1 + 2 + 10 * 2 + COUNT


def test_measures_how_a_document_is_written() -> None:
    found = cost('{ a: service b: caseCount case(id: "x") { c: id person { familyName } } }')

    assert (found.depth, found.root_fields, found.aliases) == (3, 3, 3)


def nested(levels: int) -> str:
    return '{ case(id: "x") ' + "{ person { cases(first: 1) " * levels + "{ id }" + " } }" * levels + " }"


def test_refuses_what_is_nested_too_deeply() -> None:
    assert cost(nested(5)).depth == 12
    assert refusal(nested(6)) == {"code": "QUERY_TOO_COSTLY", "limit": "depth", "cost": 13, "most": 12}


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        ("values", "{ cases(first: 100) { edges { node { notePages(first: 100) { edges { node { id seen { alone } } } } } } } }"),
        ("root_fields", "{ " + " ".join(f"a{i}: service" for i in range(21)) + " }"),
        ("aliases", '{ case(id: "x") { ' + " ".join(f"a{i}: id" for i in range(101)) + " } }"),
        ("values", "{ __schema { " + " ".join(f"a{i}: types {{ name }}" for i in range(60)) + " } }"),
    ],
)
def test_refuses_what_passes_a_limit_and_names_it(limit: str, text: str) -> None:
    extensions = refusal(text)

    assert (extensions["limit"], extensions["most"]) == (limit, getattr(LIMITS, limit))
    assert extensions["cost"] > extensions["most"]


def test_admits_a_worklist_of_a_hundred_cases() -> None:
    person = "person { id givenName familyName birthDate knownAs younger { id givenName familyName birthDate } }"
    row = f"cursor node {{ id reference state openedAt dueAt version worker {{ id name team }} {person} noteCount }}"
    page = "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"

    assert cost(f"{{ cases(first: 100) {{ edges {{ {row} }} {page} }} }}").values < LIMITS.values


def test_admits_a_whole_case_with_a_hundred_notes() -> None:
    note = "id at text weight author { id name team } seen { alone person { id givenName familyName } }"
    page = f"notePages(first: 100) {{ totalCount pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {{ {note} }} }} }}"
    case = f"id state version availableMoves {{ trigger allowed }} plan {{ id title }} person {{ id kin {{ id }} }} {page}"

    assert cost(f'{{ case(id: "x") {{ {case} }} }}').values < LIMITS.values


def test_admits_the_description_of_the_schema_that_tools_ask_for() -> None:
    assert cost(get_introspection_query(descriptions=True, input_value_deprecation=True)).values < LIMITS.values


def doubling(levels: int) -> str:
    each = (f"fragment F{i} on Person {{ a: kin {{ ...F{i + 1} }} b: kin {{ ...F{i + 1} }} }}" for i in range(levels))
    return '{ case(id: "x") { person { ...F0 } } } ' + " ".join(each) + f" fragment F{levels} on Person {{ id }}"


def repeating() -> str:
    few = " ".join(f"a{i}: person {{ ...Q }}" for i in range(90))
    return f'{{ case(id: "x") {{ {few} }} }} fragment Q on Person {{ {"id @skip(if: true) " * 400} id }}'


@pytest.mark.parametrize("text", [doubling(9), doubling(40), repeating()])
def test_fragments_that_multiply_are_found_out_in_bounded_time(text: str) -> None:
    document, operation, values = asked(text, {})
    begun = time.process_time()

    with suppress(TooCostly):
        refuse_if_too_costly(document, operation, values, READER.catalog)

    assert time.process_time() - begun < 0.5


def test_refuses_a_document_of_too_many_tokens() -> None:
    with pytest.raises(TooCostly) as refused:
        parsed("{ " + "a " * 5000 + "}")

    assert refused.value.extensions == {"code": "QUERY_TOO_COSTLY", "limit": "tokens", "cost": 5001, "most": 5000}


def test_requests_that_share_a_plan_cost_the_same() -> None:
    text = "query($n: Int!, $id: ID!, $w: CaseWhere) { cases(first: $n, where: $w) { totalCount } node(id: $id) { id } }"
    one = asked(text, {"n": 5, "id": "case_1", "w": {"state": "TRIAGE"}})
    other = asked(text, {"n": 5, "id": "case_2", "w": {"state": "CLOSED"}})

    assert one[0].shape(one[2]) == other[0].shape(other[2])
    assert cost_of(*one, READER.catalog) == cost_of(*other, READER.catalog)


def test_merging_is_counted_by_all_that_it_may_have_to_look_at() -> None:
    assert cost('{ a: case(id: "x") { id } b: case(id: "x") { id person { id } } }').merging == 3 * (2 + 1 + 2 + 1)
    assert refusal(repeating(), replace(LIMITS, merging=40_000))["limit"] == "merging"
