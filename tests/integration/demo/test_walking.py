"""The walk goes over real HTTP, ends well, and strays aloud when the service does not do what the workflow says."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from service.demo import names, walking
from service.demo.cast import LINKS
from service.demo.ended_scenarios import ENDED
from service.demo.more_scenarios import MORE
from service.demo.routes import ROUTES
from service.demo.scenarios import FIRST
from service.settings import HOME

STEPS = ROUTES["early-help"].steps


def test_takes_a_family_of_each_framework_from_request_to_closure(address: str, tokens: Mapping[str, str]) -> None:
    said: list[str] = []

    walking.walk(walking.over_http(address, tokens), said.append)

    assert sum("the case is in: Closed" in each for each in said) == len(ROUTES) == 2
    assert said[-1].strip().endswith("all as the workflow says.")


def test_lives_through_every_scenario(address: str, tokens: Mapping[str, str]) -> None:
    said: list[str] = []

    walking.walk_scenarios(walking.over_http(address, tokens), said.append)

    assert len(said) == 20
    assert all(each.endswith("all as the workflow says.") for each in said)


def test_walks_with_children_whose_names_no_child_of_the_council_has() -> None:
    walked = {child.name for _, party, _ in (*FIRST, *MORE, *ENDED) for child in party.children} | {"Ada", "Bill"}

    assert walked & set(names.CHILDREN) == set()  # or triage would have to tell them apart on some days


def test_the_command_ends_with_status_1_when_it_strays(smaller: str, tmp_path: Path) -> None:
    settings = {**os.environ, "DATABASE_URL": smaller, "EARLY_HELP_DATA": str(tmp_path)}
    command = [sys.executable, "-c", "from service.cli import app; app()", "walk", "--address", "http://127.0.0.1:9"]

    ended = subprocess.run(command, env=settings, cwd=HOME, capture_output=True, text=True)

    assert ended.returncode == 1
    assert "make demo" in ended.stderr


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
    early = next(step for step in STEPS if "agreement_in_force" in step.refused)

    with pytest.raises(walking.Strayed, match="agreement_in_force; it was by nothing"):
        walking.held(early, {"data": {"startAssessment": {"case": {}, "userErrors": []}}})
