"""What the random documents do not say: one behaviour a test."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from service.access.actor import Actor
from tests.integration.reading.world import ACTORS, key, seen_by, world
from tests.oracle.databases import Service

MANAGER, WORKER = ACTORS["manager"], ACTORS["worker"]
CASE = f"case_{key('case', 1)}"


@contextmanager
def undone(service: Service) -> Iterator[None]:
    """Undo afterwards what was changed."""
    service.run("BEGIN")
    try:
        yield
    finally:
        service.run("ROLLBACK")


def test_answers_reads_introspection_and_python_beside_them_with_one_statement(service: Service) -> None:
    text = f"""{{
        service __schema {{ queryType {{ name }} }} a: case(id: "{CASE}") {{ state }} b: cases(first: 1) {{ totalCount }} __typename
    }}"""

    answer = service.ask(MANAGER, text)

    assert list(answer["data"]) == ["service", "__schema", "a", "b", "__typename"]
    assert answer["data"]["service"] == "early help" and answer["data"]["__schema"]["queryType"]["name"] == "Query"
    assert answer["data"]["b"] == {"totalCount": 35}
    assert len(service.statements) == 1


def test_runs_no_statement_where_nothing_is_read(service: Service) -> None:
    assert service.ask(MANAGER, "{ service __typename }") == {"data": {"service": "early help", "__typename": "Query"}}
    assert service.statements == []


def test_counts_and_fetches_only_what_is_asked(service: Service) -> None:
    service.ask(MANAGER, "{ cases(first: 5) { edges { cursor } } }")
    assert "count(" not in service.statements[0]

    service.ask(MANAGER, "{ cases(first: 5) { totalCount } }")
    assert "json_agg" not in service.statements[0] and "LIMIT" not in service.statements[0]


def test_no_text_of_a_client_enters_the_statement(service: Service) -> None:
    text = """query($r: [String]) {
        a: cases(first: 1, where: {references: ["x' or true --"]}) { totalCount }
        b: cases(first: 1, where: {references: $r}) { totalCount }
    }"""

    answer = service.ask(MANAGER, text, {"r": ["y' or true --"]})

    assert answer["data"] == {"a": {"totalCount": 0}, "b": {"totalCount": 0}}
    assert "or true" not in service.statements[0]


def test_one_plan_serves_all_values_and_workers_but_neither_another_role_nor_another_shape(service: Service) -> None:
    plans = service.reader.plans.values
    text = "query One($id: ID!, $f: Int, $b: Boolean!) { case(id: $id) { reference @skip(if: $b) notes(first: $f) { text } } }"

    def made_by(actor: Actor, **variables: Any) -> int:
        before = set(plans)
        service.ask(actor, text, variables)
        return len(set(plans) - before)

    assert made_by(WORKER, id=CASE, f=1, b=True) == 1
    assert made_by(replace(WORKER, id=key("worker", 4), name="Another"), id=f"case_{key('case', 2)}", f=1, b=True) == 0
    assert made_by(WORKER, id=CASE, b=True) == 1
    assert made_by(WORKER, id=CASE, f=1, b=False) == 1
    assert made_by(WORKER, id=CASE, f=2, b=True) == 1
    assert made_by(MANAGER, id=CASE, f=1, b=True) == 1


def test_remembers_a_limited_number_of_plans(service: Service) -> None:
    for number in range(220):
        service.ask(MANAGER, f'{{ k{number}: case(id: "{CASE}") {{ id }} }}')

    assert len(service.reader.plans.values) == 200


def test_what_a_worker_loses_is_gone_at_the_next_statement(service: Service) -> None:
    text = "{ cases(first: 100) { totalCount edges { node { reference } } } people(first: 1) { totalCount } }"
    before = service.ask(WORKER, text)["data"]

    with undone(service):
        service.run("UPDATE cases SET worker_id = NULL")
        after = service.ask(WORKER, text)["data"]

    assert before["cases"]["totalCount"] > 0 and before["people"]["totalCount"] > 0
    assert after == {"cases": {"totalCount": 0, "edges": []}, "people": {"totalCount": 0}}


def test_null_where_none_may_be_is_an_error_with_its_path_and_stops_at_the_nearest_nullable(service: Service) -> None:
    person = key("person", 3)
    case = service.run("SELECT id FROM cases WHERE person_id = $1", person)[0]["id"]

    answer = service.ask(MANAGER, f'{{ case(id: "case_{case}") {{ state person {{ birthDate knownAs }} }} }}')

    assert answer["data"]["case"]["person"] is None and answer["data"]["case"]["state"]
    [error] = answer["errors"]
    assert (error["message"], error["path"]) == ("Cannot return null for non-nullable field Person.knownAs.", ["case", "person", "knownAs"])


def test_compares_texts_as_bytes_whatever_the_servers_collation(service: Service) -> None:
    page = service.ask(MANAGER, "{ people(first: 2) { pageInfo { endCursor } } workers { name } }")["data"]["people"]
    assert 't1.family_name COLLATE "C" ASC, t1.given_name COLLATE "C" ASC' in service.statements[0]
    assert 'name COLLATE "C" ASC, t6.id ASC' in service.statements[0]

    service.ask(MANAGER, "query($a: String) { people(first: 2, after: $a) { edges { cursor } } }", {"a": page["pageInfo"]["endCursor"]})
    assert '(t1.family_name COLLATE "C", t1.given_name COLLATE "C", t1.id) > (' in service.statements[0]


@pytest.mark.parametrize("order", ["DUE", "LATEST", "FAMILY"])
@pytest.mark.parametrize(("end", "mark"), [("first", "after"), ("last", "before")])
def test_pages_from_either_end_meet_without_gap_or_overlap(service: Service, order: str, end: str, mark: str) -> None:
    part = "edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage }"
    text = f"query($c: String) {{ cases({end}: 4, {mark}: $c, orderBy: {order}) {{ {part} }} }}"
    all_of_them = service.ask(MANAGER, f"{{ cases(first: 100, orderBy: {order}) {{ edges {{ node {{ id }} }} }} }}")
    whole = [edge["node"]["id"] for edge in all_of_them["data"]["cases"]["edges"]]
    found: list[str] = []
    cursor, goes_on = None, True

    while goes_on:
        page = service.ask(MANAGER, text, {"c": cursor})["data"]["cases"]
        ids = [edge["node"]["id"] for edge in page["edges"]]
        found = found + ids if end == "first" else ids + found
        cursor = page["edges"][-1 if end == "first" else 0]["cursor"]
        goes_on = page["pageInfo"]["hasNextPage" if end == "first" else "hasPreviousPage"]

    assert found == whole and len(set(found)) == 35


def test_a_cursor_of_a_row_that_is_hidden_still_marks_its_place(service: Service) -> None:
    text = "query($a: String) { cases(first: 100, after: $a) { edges { cursor } } }"
    cursor = service.ask(MANAGER, "{ cases(first: 20) { pageInfo { endCursor } } }")["data"]["cases"]["pageInfo"]["endCursor"]

    for_manager, for_worker = (service.ask(actor, text, {"a": cursor})["data"]["cases"]["edges"] for actor in (MANAGER, WORKER))

    assert 0 < len(for_worker) < len(for_manager) == 15
    assert {edge["cursor"] for edge in for_worker} < {edge["cursor"] for edge in for_manager}


@pytest.mark.parametrize("who", ACTORS)
def test_an_id_leads_to_a_record_of_any_kind_only_if_the_actor_sees_it(service: Service, who: str) -> None:
    rows, visible = world(), seen_by(world(), ACTORS[who])
    text = "query($id: ID!) { node(id: $id) { id } }"

    for prefix, table in {"case": "cases", "person": "person", "note": "note", "worker": "worker"}.items():
        found = {row["id"] for row in rows[table] if service.ask(ACTORS[who], text, {"id": f"{prefix}_{row['id']}"})["data"]["node"]}
        assert found == {row["id"] for row in visible[table]}


def test_one_document_asks_for_any_order_and_any_kind_of_record(service: Service) -> None:
    orders = "query($o: Order) { cases(first: 3, orderBy: $o) { edges { node { id } } } }"
    nodes = "query($id: ID!) { node(id: $id) { __typename id } }"

    in_order = [json.dumps(service.ask(MANAGER, orders, {"o": order})["data"]) for order in ("DUE", "LATEST", "FAMILY", "DUE")]
    of_kind = [service.ask(MANAGER, nodes, {"id": f"{kind}_{key(kind, 2)}"})["data"]["node"] for kind in ("case", "worker", "note", "case")]

    assert len(set(in_order)) == 3 and in_order[0] == in_order[3]
    assert [node["__typename"] for node in of_kind] == ["Case", "Worker", "Note", "Case"]


def test_an_object_of_which_nothing_is_asked_is_empty(service: Service) -> None:
    assert service.ask(MANAGER, f'{{ case(id: "{CASE}") {{ state @skip(if: true) }} }}') == {"data": {"case": {}}}


def test_chooses_the_operation_by_its_name(service: Service) -> None:
    text = "query A { n: caseCount(state: TRIAGE) } query B { n: caseCount }"

    assert service.ask(MANAGER, text, operation="B") == {"data": {"n": 35}}
    assert service.ask(MANAGER, text, operation="A") == {"data": {"n": 9}}


def test_the_trace_says_who_read_what_by_which_operation_for_which_purpose(service: Service) -> None:
    service.ask(MANAGER, f'query Look {{ case(id: "{CASE}") {{ worker {{ name }} person {{ familyName }} notes {{ text }} }} }}')

    [trace] = service.run("SELECT * FROM read_trace")

    person = service.run("SELECT person_id FROM cases WHERE id = $1", key("case", 1))[0]["person_id"]
    assert trace["records"] == [CASE, f"person_{person}"]
    assert (trace["actor"], trace["purpose"], trace["operation"]) == (MANAGER.id, "WORK", "Look")


def test_nothing_is_read_where_the_trace_cannot_be_written(service: Service) -> None:
    with undone(service):
        service.run("ALTER TABLE read_trace ADD CHECK (false) NOT VALID")

        with pytest.raises(Exception, match="read_trace"):
            service.ask(MANAGER, f'{{ case(id: "{CASE}") {{ state }} }}')
