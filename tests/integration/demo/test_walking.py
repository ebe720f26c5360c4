"""The walk goes over real HTTP, ends well, and strays aloud when the service does not do what the workflow says."""

import socket
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import uvicorn

from service.access.sign_in import Tokens
from service.app import application
from service.demo import walking
from service.demo.cast import LINKS
from service.demo.route import STEPS
from service.demo.tokens import token_for

SECRET = Tokens("a secret for tests only, long enough for its algorithm")


@pytest.fixture
def address(council: str) -> Iterator[str]:
    """Where the demonstration's council is served."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(application(council, SECRET), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def tokens(council: str) -> Mapping[str, str]:
    """A token for each role."""
    return {word: token_for(council, word, SECRET) for word in LINKS}


def test_takes_one_family_from_request_to_closure(address: str, tokens: Mapping[str, str]) -> None:
    said: list[str] = []

    walking.walk(walking.over_http(address, tokens), said.append)

    assert "the case is in: Closed" in said[-2]
    assert said[-1].endswith("all as the workflow says.")


def test_strays_when_nobody_answers() -> None:
    with pytest.raises(walking.Strayed, match="make demo"):
        walking.walk(walking.over_http("http://127.0.0.1:9", dict.fromkeys(LINKS, "x")), lambda _: None)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"moveCase": {"case": {"stateTitle": "Closed"}, "userErrors": []}}, "the workflow says 'In triage'"),
        ({"moveCase": {"case": None, "userErrors": [{"code": "NOT_FOUND", "message": "Gone.", "reason": None}]}}, "Gone."),
    ],
)
def test_strays_when_a_step_ends_otherwise(answer: dict[str, Any], sentence: str) -> None:
    begin = next(step for step in STEPS if step.trigger == "begin_triage")

    with pytest.raises(walking.Strayed, match=sentence):
        walking.held(begin, {"data": answer})


def test_strays_when_a_refusal_does_not_come() -> None:
    early = next(step for step in STEPS if step.refused)

    with pytest.raises(walking.Strayed, match="agreement_in_force; it was by nothing"):
        walking.held(early, {"data": {"startAssessment": {"case": {}, "userErrors": []}}})
