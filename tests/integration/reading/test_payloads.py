"""What a mutation answers with is read by the same compiler, in the mutation's own transaction."""

from typing import Any

from tests.integration.reading.test_reading import undone
from tests.integration.reading.world import ACTORS, key
from tests.oracle.databases import Service

MANAGER, WORKER = ACTORS["manager"], ACTORS["worker"]
ONE, TWO, THREE = (f"case_{key('case', i)}" for i in (1, 2, 3))


def change(service: Service, text: str, actor: Any = MANAGER, **variables: Any) -> dict[str, Any]:
    with undone(service):
        return service.ask(actor, text, variables)


def test_each_payload_is_read_as_its_own_change_left_it(service: Service) -> None:
    answer = change(
        service,
        f"""mutation {{
            a: change(id: "{ONE}", state: TRIAGE) {{ ok case {{ id state }} }}
            b: change(id: "{ONE}", state: PLANNING) {{ case {{ state key: id }} }}
            c: change(id: "{TWO}") {{ ...Changed ...Changed }}
        }}
        fragment Changed on ChangePayload {{ __typename case {{ id plan {{ title }} notes(first: 1) {{ author {{ name }} }} }} }}""",
    )

    assert "errors" not in answer
    assert answer["data"]["a"] == {"ok": True, "case": {"id": ONE, "state": "TRIAGE"}}
    assert answer["data"]["b"] == {"case": {"state": "PLANNING", "key": ONE}}
    assert answer["data"]["c"]["case"]["id"] == TWO
    assert [sql.startswith("UPDATE") for sql in service.statements] == [True, False, True, False, False]


def test_payloads_of_one_document_share_variables_and_not_plans(service: Service) -> None:
    text = """mutation($a: ID!, $b: ID!, $n: Boolean!) {
        a: change(id: $a) { case { id reference @skip(if: $n) } }
        b: change(id: $b) { case { id version } }
    }"""

    both = change(service, text, a=ONE, b=TWO, n=False)["data"]
    turned = change(service, text, a=TWO, b=ONE, n=True)["data"]

    assert (both["a"]["case"]["id"], list(both["b"]["case"])) == (ONE, ["id", "version"])
    assert turned["a"]["case"] == {"id": TWO} and turned["b"]["case"]["id"] == ONE


def test_an_error_in_one_payload_leaves_the_others_untouched(service: Service) -> None:
    answer = change(
        service,
        f"""mutation($n: Int) {{
            a: change(id: "{ONE}") {{ ok case {{ id notes(first: $n) {{ id }} }} }}
            b: change(id: "{TWO}", state: CLOSED) {{ case {{ id }} }}
            c: change(id: "{THREE}") {{ ok case {{ id }} }}
        }}""",
        n=-1,
    )

    assert answer["data"] == {"a": {"ok": True, "case": None}, "b": None, "c": {"ok": True, "case": {"id": THREE}}}
    assert [(e["path"], e["message"]) for e in answer["errors"]] == [
        (["a", "case", "notes"], "Ask for at least 1 and at most 100."),
        (["b"], "It is closed already."),
    ]


def test_a_payload_shows_no_more_than_its_reader_may_see(service: Service) -> None:
    hidden = service.run("SELECT id FROM cases WHERE worker_id IS NULL")[0]["id"]

    answer = change(service, f'mutation {{ change(id: "case_{hidden}") {{ ok case {{ id }} }} }}', WORKER)

    assert answer == {"data": {"change": {"ok": True, "case": None}}}


def test_the_plan_of_one_readers_payload_is_not_used_for_another(service: Service) -> None:
    hidden = service.run("SELECT id FROM cases WHERE worker_id IS NULL")[0]["id"]
    text = "mutation($id: ID!) { change(id: $id) { case { id } } }"

    shown = [change(service, text, actor, id=f"case_{hidden}")["data"]["change"]["case"] for actor in (MANAGER, WORKER, MANAGER)]

    assert shown == [{"id": f"case_{hidden}"}, None, {"id": f"case_{hidden}"}]


def test_a_change_is_not_taken_for_what_is_read_under_its_name(service: Service) -> None:
    assert change(service, f'mutation {{ case(id: "{ONE}") {{ ok case {{ id }} }} }}') == {
        "data": {"case": {"ok": True, "case": {"id": ONE}}}
    }
    assert len(service.statements) == 1


def test_reads_nothing_for_a_payload_that_asks_for_no_record(service: Service) -> None:
    assert change(service, f'mutation {{ change(id: "{ONE}") {{ ok __typename }} }}') == {
        "data": {"change": {"ok": True, "__typename": "ChangePayload"}}
    }
    assert service.statements == []


def test_the_reading_of_a_payload_is_traced(service: Service) -> None:
    with undone(service):
        service.ask(MANAGER, f'mutation {{ a: change(id: "{ONE}") {{ case {{ state }} }} b: change(id: "{TWO}") {{ case {{ state }} }} }}')
        traces = service.run("SELECT operation, records FROM read_trace ORDER BY at")

    assert [(trace["operation"], trace["records"]) for trace in traces] == [("change", [ONE]), ("change", [TWO])]
