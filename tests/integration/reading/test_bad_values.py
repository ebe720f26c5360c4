"""What is bad only with its value fails its own field, and nothing that a client sends breaks more."""

import json
from base64 import b64decode, b64encode
from typing import Any

import pytest

from tests.integration.reading.world import ACTORS, key, world
from tests.oracle.databases import Service

MANAGER = ACTORS["manager"]
CASE = f"case_{key('case', 1)}"
CASE_WITH_NOTES = f"case_{world()['note'][0]['case_id']}"
A_MOMENT, A_KEY = "2024-01-01T00:00:00.000000Z", str(key("note", 1))


def test_a_bad_argument_fails_its_field_and_no_other(service: Service) -> None:
    text = f'query($n: Int) {{ a: case(id: "{CASE}") {{ notes(first: $n) {{ id }} }} b: case(id: "{CASE}") {{ state }} }}'

    answer = service.ask(MANAGER, text, {"n": 101})

    assert answer["data"]["a"] is None and answer["data"]["b"]["state"]
    assert [(e["path"], e["extensions"]) for e in answer["errors"]] == [(["a", "notes"], {"code": "BAD_USER_INPUT"})]
    assert "errors" not in service.ask(MANAGER, text, {"n": 100})


def test_a_bad_cursor_fails_its_field_and_no_other(service: Service) -> None:
    bad = f"""query($a: String) {{
        a: case(id: "{CASE}") {{ notePages(first: 2, after: $a) {{ totalCount }} }}
        b: case(id: "{CASE}") {{ state }}
    }}"""

    answer = service.ask(MANAGER, bad, {"a": "nonsense"})

    assert answer["data"]["a"] is None and answer["data"]["b"]["state"]
    assert answer["errors"][0]["path"] == ["a", "notePages"]


def test_null_for_an_argument_that_takes_none_fails_its_field_and_no_other(service: Service) -> None:
    text = f'query($n: Int) {{ a: case(id: "{CASE}") {{ noteCount(atLeast: $n) }} b: case(id: "{CASE}") {{ noteCount }} }}'

    answer = service.ask(MANAGER, text, {"n": None})

    assert answer["data"]["a"] is None and answer["data"]["b"]["noteCount"] >= 0
    assert [(e["path"], e["extensions"]) for e in answer["errors"]] == [(["a", "noteCount"], {"code": "BAD_USER_INPUT"})]
    assert service.ask(MANAGER, text, {"n": 0})["data"]["a"]["noteCount"] >= answer["data"]["b"]["noteCount"]


def test_a_list_that_may_be_null_leaves_what_stands_beside_it(service: Service) -> None:
    answer = service.ask(MANAGER, "{ people(first: 0) { totalCount } caseCount }")

    assert answer["data"] == {"people": None, "caseCount": 35}
    assert answer["errors"][0]["path"] == ["people"]


@pytest.mark.parametrize(
    "id_",
    ["", "case_", "case", "case_1", f"{CASE} ", CASE.upper(), f"person_{key('case', 1)}", "case_\0", "é", f"case_{{{key('case', 1)}}}"],
)
def test_what_is_no_id_of_a_case_names_none(service: Service, id_: str) -> None:
    answer = service.ask(MANAGER, "query($id: ID!) { case(id: $id) { state } node(id: $id) { id } }", {"id": id_})

    assert answer["data"]["case"] is None and "errors" not in answer


@pytest.mark.parametrize("text", ["\0", "a\0b", "\ud800", "", " ", "é" * 5000, "' OR 1=1 --", "$1", "%s", "\\", "WyJh", "W10=", "bnVsbA=="])
def test_no_text_that_a_client_may_send_breaks_anything_but_its_own_field(service: Service, text: str) -> None:
    document = f"""query($t: String, $id: ID!) {{
        cursor: case(id: "{CASE}") {{ notePages(first: 1, after: $t) {{ totalCount }} }}
        before: case(id: "{CASE}") {{ notePages(last: 1, before: $t) {{ edges {{ cursor }} }} }}
        filter: case(id: "{CASE}") {{ workerIn(team: $t) {{ name }} availableMoves(only: $t) {{ trigger }} }}
        id: case(id: $id) {{ id }}
        node(id: $id) {{ id }}
        sound: case(id: "{CASE}") {{ id }}
    }}"""

    answer = service.ask(MANAGER, document, {"t": text, "id": text})

    assert answer["data"]["sound"] == {"id": CASE}
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"BAD_USER_INPUT"}
    assert {error["path"][0] for error in answer["errors"]} <= {"cursor", "before", "filter"}


@pytest.mark.parametrize("text", ["\0", "\ud800"])
def test_a_list_of_texts_holds_none_that_postgresql_cannot(service: Service, text: str) -> None:
    document = "query($r: [String]) { cases(first: 1, where: {references: $r}) { totalCount } }"

    answer = service.ask(MANAGER, document, {"r": ["EH-0001", text]})

    assert answer["data"] is None and answer["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT"}


@pytest.mark.parametrize(
    "values",
    [
        [1, A_MOMENT, "x"],
        [1, A_MOMENT, 7],
        [1, A_MOMENT[:-1], A_KEY],
        [1, 1.5, A_KEY],
        [2**40, A_MOMENT, A_KEY],
        [True, A_MOMENT, A_KEY],
        ["1", A_MOMENT, A_KEY],
        [1, None, A_KEY],
        [1, {}, A_KEY],
        [1, A_MOMENT],
        [],
    ],
)
def test_a_cursor_that_somebody_made_up_is_refused(service: Service, values: list[Any]) -> None:
    tag = json.loads(b64decode(first_cursor(service)))[0]

    made_up, right = page_after(service, [tag, *values]), page_after(service, [tag, 1, A_MOMENT, A_KEY])

    assert made_up["errors"][0]["message"] == "This is not a cursor that the service gave out for this list in this order."
    assert "errors" not in right


@pytest.mark.parametrize("cursor", [7, None, "x", {}, [None]])
def test_what_is_no_list_is_no_cursor(service: Service, cursor: Any) -> None:
    assert "not a cursor" in page_after(service, cursor)["errors"][0]["message"]


def page_after(service: Service, values: Any) -> dict[str, Any]:
    text = f'query($a: String) {{ case(id: "{CASE_WITH_NOTES}") {{ notePages(first: 1, after: $a) {{ totalCount }} }} }}'
    return service.ask(MANAGER, text, {"a": b64encode(json.dumps(values).encode()).decode()})


def first_cursor(service: Service) -> str:
    text = f'{{ case(id: "{CASE_WITH_NOTES}") {{ notePages(first: 1) {{ edges {{ cursor }} }} }} }}'
    return str(service.ask(MANAGER, text)["data"]["case"]["notePages"]["edges"][0]["cursor"])
