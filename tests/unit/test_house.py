"""The house: folders that shadow no library, locks without addresses, and rules that no tool of ours knows."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import alembic.command
import graphql
import pytest

from service.settings import HOME

PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text())
HELD_AGAINST = {"said", "test_planted"}
"""The modules of the model that look at workflows: what a field says of them, and the test that plants a wrong guard."""
ROOMS = ("types.py", "actions.py", "rows.py", "tables.py")


def imported_by(path: Path) -> set[str]:
    """The names of the modules that a file imports."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def contract(word: str) -> dict[str, list[str]]:
    """The contract of import-linter whose name holds a word."""
    found: list[dict[str, list[str]]] = [each for each in PROJECT["tool"]["importlinter"]["contracts"] if word in each["name"]]
    return found[0]


def test_no_folder_of_ours_shadows_a_library() -> None:
    assert graphql.__file__ and alembic.command.__file__
    assert not [*HOME.glob("graphql/**/__init__.py"), *HOME.glob("alembic/**/__init__.py")]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-node.txt"])
def test_a_lock_holds_hashes_and_no_address(name: str) -> None:
    text = (HOME / name).read_text()
    pinned = re.findall(r"^[A-Za-z0-9._-]+==[^ ]+", text, re.MULTILINE)
    assert pinned and text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text and "\n--" not in text


def test_the_lock_of_the_stylesheet_holds_hashes_and_no_address() -> None:
    text = (HOME / "service/web/assets/package-lock.json").read_text()
    packages = [found for name, found in json.loads(text)["packages"].items() if name]
    assert all(found["integrity"].startswith("sha512-") for found in packages)
    assert "://" not in text


def test_every_requirement_of_the_project_is_locked() -> None:
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=\[; ]", each)[0].lower() for each in wanted} | {"hatchling"}
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", (HOME / "requirements.txt").read_text().lower(), re.MULTILINE))
    assert names <= locked


def test_workflows_are_pure() -> None:
    """import-linter forbids what is named; this forbids everything but what is named."""
    for path in HOME.glob("workflows/**/*.py"):
        roots = {name.split(".")[0] for name in imported_by(path)}
        assert roots <= sys.stdlib_module_names | {"transitions", "workflows"}, path


def test_the_plain_council_knows_no_workflow() -> None:
    """The model would agree with whatever is wrong in a workflow that it asked; what it is held against may be asked elsewhere."""
    plain = {path.stem for path in HOME.glob("tests/model/*.py")} - HELD_AGAINST
    for name in plain:
        assert not any(each.split(".")[0] == "workflows" for each in imported_by(HOME / "tests" / "model" / f"{name}.py")), name


def test_the_order_of_rooms_is_checked_in_every_noun() -> None:
    nouns = {f"service.{path.parent.name}" for room in ROOMS for path in HOME.glob(f"service/*/{room}")}
    assert nouns <= set(contract("types > actions > rows")["containers"])


def test_the_launcher_needs_nothing_but_the_standard_library() -> None:
    for path in HOME.glob("service/embedded_postgres/*.py"):
        roots = {name.split(".")[0] for name in imported_by(path)}
        assert roots <= sys.stdlib_module_names | {"service"}, path


def test_the_command_starts_without_what_is_slow_to_import() -> None:
    slow = "{'alembic', 'asyncpg', 'sqlalchemy', 'sqlmodel', 'graphene', 'starlette', 'uvicorn', 'holidays'}"
    ask = f"import sys, service.cli; print(sorted({slow} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", ask], cwd=HOME, capture_output=True, text=True).stdout == "[]\n"
