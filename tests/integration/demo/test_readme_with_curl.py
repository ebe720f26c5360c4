"""What the README tells a reader to type does what the README says: run by a real shell, with curl and the command itself."""

import json
import os
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from service.demo.walking import SHOWN, held
from service.settings import HOME
from tests.unit.test_readme import BEGIN, END

pytestmark = pytest.mark.curl
PLACE = "localhost:8000"
Run = Callable[[str], str]


@pytest.fixture
def smaller(council: str) -> str:
    """The whole council in place of the smaller one: the README's first answer is of its families."""
    return council


@pytest.fixture
def run(council: str, tmp_path: Path, address: str) -> Run:
    """Run lines of the README in the project's folder, at the service of this test; return what they print."""
    if not shutil.which("curl"):
        pytest.skip("There is no curl: apt-get install curl")
    environment = {**os.environ, "DATABASE_URL": council, "EARLY_HELP_DATA": str(tmp_path), "EARLY_HELP_MODE": "demo"}

    def shell(lines: str) -> str:
        assert lines.count(PLACE) == 1
        told = lines.replace(PLACE, address)
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", told], cwd=HOME, env=environment, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return shell


def readme() -> str:
    return (HOME / "README.md").read_text()


def answers(printed: str) -> Iterator[dict[str, Any]]:
    """Read JSON objects that follow each other."""
    while printed := printed.lstrip():
        found, end = json.JSONDecoder().raw_decode(printed)
        yield found
        printed = printed[end:]


def test_the_walk_with_curl_ends_each_step_as_the_workflow_says(run: Run) -> None:
    block = readme().partition(BEGIN)[2].partition(END)[0]
    shown = [step for step in SHOWN.steps if not step.keeps]

    said = list(answers(run(block.removeprefix("```sh\n").removesuffix("```\n"))))

    assert len(said) == len(shown)
    assert [held(step, body) for step, body in zip(shown, said, strict=True)][-1] == "the case is in: Closed"


def test_the_first_query_answers_what_the_readme_prints(run: Run) -> None:
    indented = [
        textwrap.dedent(part) for part in readme().partition("## A first query")[2].partition("## ")[0].split("\n\n") if part[:4] == "    "
    ]
    query, printed = indented

    assert whatever_the_day(json.loads(run(query))) == whatever_the_day(json.loads(printed))


def whatever_the_day(body: dict[str, Any]) -> dict[str, Any]:
    """Leave out what moves along with the days."""
    found = body["data"]["worklist"]
    assert isinstance(body["data"].pop("lateCases"), int) and isinstance(found.pop("totalCount"), int)
    for edge in found["edges"]:
        assert edge["node"].pop("dueAt").endswith("Z") and edge["node"].pop("reference").startswith("EH-")
    return body
