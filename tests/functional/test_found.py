"""The command that founds a council in an empty database: once, and in one sentence when it cannot."""

import os
import subprocess
import sys

import pytest

from tests.conftest import execute

GIVEN = ["--council", "Northmere Council", "--code", "999", "--name", "Olu Adeyemi", "--email", "Olu@northmere.example"]


def run(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command on a database."""
    environment = {**os.environ, "DATABASE_URL": url, "EARLY_HELP_MODE": "production"}
    command = [sys.executable, "-m", "service.cli", "found", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


def events(url: str) -> list[str]:
    """Return every event that was written, by kind."""
    (rows,) = execute(url, "SELECT kind FROM event ORDER BY kind")
    return [row["kind"] for row in rows]


def test_founds_a_council_in_a_database_without_tables_and_refuses_a_second(empty: str) -> None:
    first = run(empty, *GIVEN)

    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "Northmere Council is founded. Olu Adeyemi signs in as olu@northmere.example and adds everybody else.\n"
    written = events(empty)
    assert written == ["AgencyAdded", "Appointed", "CouncilFounded", "PractitionerAdded"]

    second = run(empty, *GIVEN)

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == "early-help: This database holds a council already. Its administrators add everybody else.\n"
    assert events(empty) == written


@pytest.mark.parametrize(
    ("wrong", "status", "said"),
    [
        (["--code", "12"], 1, "early-help: Give the council's code of three digits, such as 878.\n"),
        (["--job-title", "x" * 201], 1, "early-help: The administrator's job title: Write at most 200 characters; these are 201.\n"),
        (["--council", " "], 1, "early-help: The council's name: Write something here.\n"),
    ],
)
def test_says_in_a_sentence_what_cannot_be_right(clone: str, wrong: list[str], status: int, said: str) -> None:
    ended = run(clone, *GIVEN, *wrong)

    assert (ended.returncode, ended.stderr) == (status, said)
    assert events(clone) == []


def test_wrong_usage_ends_with_two(clone: str) -> None:
    assert run(clone, "--council", "Northmere Council").returncode == 2
    assert events(clone) == []
