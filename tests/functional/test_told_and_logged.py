"""Whatever somebody is told to have gone wrong is found in the log by its number, and the log holds no value of a record."""

import json
from typing import Any

import asyncpg
import pytest

from service.graph.running import Runner
from service.reading import Reader
from tests.functional.api import Api
from tests.functional.pages import Pages

Said = pytest.CaptureFixture[str]
GRAPHQL = "application/graphql-response+json"


def headers(api: Api, **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {api.token('worker')}", "Content-Type": "application/json", "Accept": GRAPHQL, **more}


def the_error(answer: Any) -> dict[str, Any]:
    """Return the only error of an answer in GraphQL's shape."""
    assert answer.headers["content-type"] == f"{GRAPHQL}; charset=utf-8"
    [error] = answer.json()["errors"]
    assert set(error["extensions"]) >= {"code", "correlationId"} and error["message"]
    return dict(error)


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_another_method_is_refused_in_graphqls_shape(api: Api, method: str) -> None:
    answer = api.client.request(method, "/graphql", headers=headers(api))

    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert the_error(answer)["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize("path", ["/graphql/", "/graphql/schema"])
def test_below_the_endpoint_there_is_nothing_in_graphqls_shape(api: Api, path: str) -> None:
    answer = api.client.post(path, headers=headers(api), json={"query": "{ lateCases }"})

    assert answer.status_code == 404
    assert the_error(answer)["extensions"]["code"] == "BAD_REQUEST"


def pieces() -> Any:
    """Send a body without saying how long it is."""
    for _ in range(11):
        yield b" " * 100_000


@pytest.mark.parametrize("body", [b" " * 1_000_001, pieces])
def test_a_body_that_is_too_long_is_refused_in_graphqls_shape(api: Api, body: Any) -> None:
    answer = api.client.post("/graphql", headers=headers(api), content=body() if callable(body) else body)

    assert answer.status_code == 413
    assert the_error(answer) | {"extensions": None} == {"message": "Send at most 1,000,000 bytes.", "extensions": None}
    assert the_error(answer)["extensions"]["code"] == "TOO_LONG"


def test_a_form_that_is_too_long_is_refused_with_a_page(api: Api) -> None:
    page = Pages(api, "worker").send("/cases/EH-2026-0001/submit", {"note": "x" * 1_000_001})

    assert page.status == 413
    assert "This is too long" in page.text


@pytest.mark.parametrize(
    "body",
    [
        {"query": "{ worklist("},
        {"query": "{ nothing }"},
        {"query": 1},
        {"query": "query($n: Int) { worklist(first: $n) { totalCount } }", "variables": {"n": "Harlow"}},
        {"query": "{ worklist(first: 101) { totalCount } }"},
        {"query": "{ lateCases }" + " " * 20_000},
    ],
)
def test_what_is_told_to_a_client_is_in_the_log(api: Api, body: Any, capsys: Said) -> None:
    answer = api.client.post("/graphql", headers=headers(api), json=body)

    found = the_error(answer)["extensions"]
    said = capsys.readouterr()
    assert found["correlationId"] in said.out + said.err
    assert found["code"] in said.out + said.err
    assert "Harlow" not in said.out + said.err


@pytest.mark.parametrize(("method", "path", "sent"), [("GET", "/graphql", ""), ("POST", "/graphql/x", ""), ("POST", "/graphql", "x")])
def test_what_http_refuses_is_in_the_log(api: Api, method: str, path: str, sent: str, capsys: Said) -> None:
    answer = api.client.request(method, path, headers=headers(api, Authorization="Bearer nobody"), content=sent)

    said = capsys.readouterr()
    assert the_error(answer)["extensions"]["correlationId"] in said.out + said.err


async def broken(*_: Any, **__: Any) -> Any:
    """Fail as PostgreSQL does, with a row in the words."""
    raise asyncpg.CheckViolationError("Failing row contains (Harlow)")


@pytest.mark.parametrize(("owner", "name"), [(Runner, "run"), (Reader, "fetch")])
def test_a_page_that_breaks_says_a_number_that_is_in_the_log(
    api: Api, owner: type, name: str, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(owner, name, broken)

    page = Pages(api, "worker").get("/")

    said = capsys.readouterr()
    assert page.status == 500
    number = page.text.partition("Tell us this number: ")[2][:16]
    assert number in said.out + said.err
    assert "CheckViolationError" in said.out + said.err
    assert "Harlow" not in page.text + said.out + said.err


def test_an_endpoint_that_breaks_says_a_number_that_is_in_the_log(api: Api, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.setattr(Runner, "run", broken)

    answer = api.client.post("/graphql", headers=headers(api), json={"query": "{ lateCases }"})

    said = capsys.readouterr()
    assert (answer.status_code, the_error(answer)["extensions"]["code"]) == (500, "INTERNAL")
    assert the_error(answer)["extensions"]["correlationId"] in said.out + said.err
    assert "Harlow" not in json.dumps(answer.json()) + said.out + said.err
