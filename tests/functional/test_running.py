"""Whatever goes wrong is told with a code and a number, and never with what a record holds."""

import datetime as dt
import json
from typing import Any

import asyncpg
import pytest

from service.graph.documents import KNOWN
from service.graph.running import WEIGHED
from service.graph.schema import READER
from service.reading import Reader
from tests.functional.api import Api
from tests.functional.families import Family

WORKLIST = "{ worklist(first: 1) { totalCount } }"


def code_of(body: dict[str, Any]) -> str:
    """Return the code of the only error."""
    [error] = body["errors"]
    assert error["extensions"]["correlationId"]
    return str(error["extensions"]["code"])


def test_a_document_that_is_none_is_told_as_such(api: Api) -> None:
    assert code_of(api.post("worker", "{ worklist(first: 1) ")) == "GRAPHQL_PARSE_FAILED"


def test_a_field_that_there_is_not_is_told_as_such(api: Api) -> None:
    assert code_of(api.post("worker", "{ nothing }")) == "GRAPHQL_VALIDATION_FAILED"


def test_a_variable_of_the_wrong_kind_is_told_as_such(api: Api) -> None:
    assert code_of(api.post("worker", "query($n: Int) { worklist(first: $n) { totalCount } }", {"n": "many"})) == "BAD_USER_INPUT"


def test_a_document_that_costs_too_much_is_refused_with_the_limit(api: Api) -> None:
    deep = "{ worklist(first: 100) { edges { node { notes(first: 100) { edges { node { seen { person { givenName } } } } } } } } }"

    body = api.post("worker", deep)

    assert code_of(body) == "QUERY_TOO_COSTLY"
    assert "50,000" in body["errors"][0]["message"]


def test_a_document_that_is_too_long_is_refused_with_the_limit(api: Api) -> None:
    body = api.post("worker", WORKLIST + " " * 20_000)

    assert code_of(body) == "QUERY_TOO_COSTLY"
    assert "20,000 are the most" in body["errors"][0]["message"]
    assert body["errors"][0]["extensions"]["limit"] == "characters"


def test_what_is_kept_of_an_operation_is_known_by_no_text_of_it(api: Api) -> None:
    asked = "query KnownByNoText { worklist(first: 1) { totalCount } }"

    api.ask("worker", asked)

    assert "KnownByNoText" not in repr([*KNOWN.values, *WEIGHED.values, *READER.plans.values])


def test_nobody_is_answered_without_a_token(api: Api) -> None:
    answer = api.client.post("/graphql", json={"query": WORKLIST})

    assert (answer.status_code, code_of(answer.json())) == (401, "UNAUTHENTICATED")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b'{"query": "{ __typename }", "query": "{ __typename }"}', 400),
        (b'{"query": "{ __typename }", "variables": {"x": NaN}}', 400),
        ('{"query": "{ __typename }"}'.encode("utf-16"), 400),
        (b'{"query": 1}', 400),
        (b'{"query": "{ __typename }", "variables": []}', 400),
    ],
)
def test_a_body_that_is_no_operation_is_refused(api: Api, body: bytes, status: int) -> None:
    headers = {"Authorization": f"Bearer {api.token('worker')}", "Content-Type": "application/json"}

    answer = api.client.post("/graphql", content=body, headers=headers)

    assert (answer.status_code, code_of(answer.json())) == (status, "BAD_REQUEST")


def test_another_media_type_is_refused(api: Api) -> None:
    headers = {"Authorization": f"Bearer {api.token('worker')}", "Content-Type": "text/plain"}

    assert api.client.post("/graphql", content=b"{}", headers=headers).status_code == 415


def test_a_body_that_is_too_large_is_refused(api: Api) -> None:
    headers = {"Authorization": f"Bearer {api.token('worker')}", "Content-Type": "application/json"}

    assert api.client.post("/graphql", content=b" " * 1_000_001, headers=headers).status_code == 413


def test_a_database_that_goes_away_is_told_and_heals_by_itself(api: Api) -> None:
    killed = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    api.ask("worker", WORKLIST)
    api.sql(killed)

    bodies = [api.post("worker", WORKLIST) for _ in range(12)]

    assert all("data" in body or code_of(body) == "UNAVAILABLE" for body in bodies)
    assert "data" in bodies[-1]


def test_a_mistake_of_ours_is_told_with_a_number_and_nothing_else(
    api: Api, family: Family, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def broken(*_: Any, **__: Any) -> Any:
        raise asyncpg.CheckViolationError("Failing row contains (Harlow)")

    monkeypatch.setattr(Reader, "fetch", broken)

    answer = api.client.post("/graphql", json={"query": WORKLIST}, headers={"Authorization": f"Bearer {api.token('worker')}"})

    assert (answer.status_code, code_of(answer.json())) == (500, "INTERNAL")
    said = capsys.readouterr()
    assert "Harlow" not in json.dumps(answer.json()) + said.out + said.err


def test_the_actor_of_a_token_that_has_ended_is_nobody(api: Api) -> None:
    token = api.tokens.made(api.actor("worker"), now=dt.datetime.now(dt.UTC) - dt.timedelta(hours=13))

    answer = api.client.post("/graphql", json={"query": WORKLIST}, headers={"Authorization": f"Bearer {token}"})

    assert (answer.status_code, code_of(answer.json())) == (401, "UNAUTHENTICATED")


def test_an_account_that_ended_sees_nothing_although_its_token_lasts(api: Api, family: Family) -> None:
    family.assessing()
    api.sql("UPDATE practitioner SET ended_at = now() WHERE email = 'worker@northmere.example'")

    assert api.ask("worker", WORKLIST)["worklist"]["totalCount"] == 0
