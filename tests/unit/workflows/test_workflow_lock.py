"""Published versions and their editions of the kit keep their bytes, and import nothing of the project but the kit."""

import ast
import re
import sys
from pathlib import Path

import pytest

from workflows import WORKFLOWS, lock

MODULES = [each.module for each in WORKFLOWS.values()]
EDITIONS = sorted({edition for module in MODULES for edition in lock.editions(lock.HERE / f"{module}.py")})
KIT = r"workflows\.kit(\.\w+)?"
CHANGED = "tea_1 was published and has changed, or an edition that it uses: write a new one instead"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kit").mkdir()
    (tmp_path / "tea_1.py").write_text("STATES = 1\n")
    (tmp_path / "kit" / "cups_1.py").write_text("from workflows.kit import saucers_1\n")
    (tmp_path / "kit" / "saucers_1.py").write_text("import workflows.kit.cups_1\n")
    lock.write({"tea_1": lock.UNPUBLISHED}, lock=tmp_path / "published.lock")
    return tmp_path


def changes(folder: Path, *modules: str) -> list[str]:
    return lock.changes(modules, said=lock.read(folder / "published.lock"), folder=folder)


def test_no_published_version_has_changed() -> None:
    assert lock.changes(MODULES, said=lock.read()) == []


@pytest.mark.parametrize("module", [*MODULES, *(f"kit/{edition}" for edition in EDITIONS)])
def test_a_version_imports_the_standard_library_and_the_kit_only(module: str) -> None:
    nodes = list(ast.walk(ast.parse((lock.HERE / f"{module}.py").read_bytes())))

    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "." * node.level for node in nodes if isinstance(node, ast.ImportFrom)]

    assert [name for name in names if not re.fullmatch(KIT, name) and name.split(".")[0] not in sys.stdlib_module_names] == []


def test_both_versions_use_the_first_edition_of_what_they_share() -> None:
    assert EDITIONS == ["endings_1", "facts_1", "guards_1"]
    assert all(lock.editions(lock.HERE / f"{module}.py") == EDITIONS for module in MODULES)


def test_what_is_no_edition_is_not_covered() -> None:
    assert lock.named_in(lock.HERE / "kit" / "guards_1.py") == {"endings_1", "facts_1"}


@pytest.mark.parametrize("line", ["from workflows.kit.cups_1 import A", "from workflows.kit import cups_1", "import workflows.kit.cups_1"])
@pytest.mark.parametrize("edition", ["cups_1", "saucers_1"])
def test_an_edition_of_a_published_version_may_not_change(folder: Path, line: str, edition: str) -> None:
    (folder / "tea_1.py").write_text(line + "\n")
    lock.publish("tea_1", lock=folder / "published.lock", folder=folder)
    assert changes(folder, "tea_1") == []

    with (folder / "kit" / f"{edition}.py").open("a") as file:
        file.write("A = 2\n")

    assert changes(folder, "tea_1") == [CHANGED]


def test_an_unpublished_version_may_still_change(folder: Path) -> None:
    (folder / "tea_1.py").write_text("STATES = 2\n")

    assert changes(folder, "tea_1") == []


@pytest.mark.parametrize("edit", ["STATES = 2\n", "STATES = 1  \n", "STATES = 1\r\n"])
def test_a_published_version_may_not(folder: Path, edit: str) -> None:
    lock.publish("tea_1", lock=folder / "published.lock", folder=folder)
    assert changes(folder, "tea_1") == []

    (folder / "tea_1.py").write_bytes(edit.encode())

    assert changes(folder, "tea_1") == [CHANGED]


def test_a_version_that_nobody_listed_is_found(folder: Path) -> None:
    assert changes(folder, "tea_1", "tea_2") == ["tea_2 is not in the lock"]


def test_a_published_version_may_not_disappear(folder: Path) -> None:
    lock.publish("tea_1", lock=folder / "published.lock", folder=folder)

    assert changes(folder) == ["tea_1 was published and is not among the versions"]


@pytest.mark.parametrize("module", ["tea_1", "tea_2"])
def test_only_what_waits_can_be_published(folder: Path, module: str) -> None:
    lock.publish("tea_1", lock=folder / "published.lock", folder=folder)

    with pytest.raises(ValueError, match=f"{module} is not waiting"):
        lock.publish(module, lock=folder / "published.lock", folder=folder)


def test_the_command_says_what_is_locked(capsys: pytest.CaptureFixture[str]) -> None:
    assert lock.main([]) == 0
    assert "early_help_1: " in capsys.readouterr().out


def test_the_command_publishes_and_fails_on_a_change(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    published: list[str] = []
    monkeypatch.setattr(lock, "publish", published.append)
    monkeypatch.setattr(lock, "read", lambda: {"early_help_1": "0" * 64})

    assert lock.main(["early_help_1"]) == 1

    assert published == ["early_help_1"]
    assert "has changed" in capsys.readouterr().out
