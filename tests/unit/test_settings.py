"""Settings: what they are without an environment, and one plain sentence for each that cannot be used."""

import subprocess
import sys
from pathlib import Path

import pytest

from service.settings import HOME, SENTENCES, Mode, SettingsError, read_settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin without any setting."""
    for name in SENTENCES:
        monkeypatch.delenv(name, raising=False)


def test_without_an_environment() -> None:
    settings = read_settings()
    assert settings.database_url is None and settings.data == HOME / ".data"
    assert (settings.host, settings.port, settings.mode) == ("127.0.0.1", 8000, Mode.DEMO)
    assert not settings.port_was_named


def test_with_everything_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in [
        ("EARLY_HELP_DATA", "/srv/x y"),
        ("EARLY_HELP_PORT", "80"),
        ("EARLY_HELP_MODE", "production"),
        ("EARLY_HELP_HOST", "::"),
    ]:
        monkeypatch.setenv(name, value)
    settings = read_settings()
    assert (settings.data, settings.port, settings.mode, settings.host) == (Path("/srv/x y"), 80, Mode.PRODUCTION, "::")
    assert settings.port_was_named


def test_an_empty_variable_counts_as_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SENTENCES:
        monkeypatch.setenv(name, "")
    assert read_settings().port == 8000


@pytest.mark.parametrize("url", ["postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+asyncpg://u:p@h/d"])
def test_every_spelling_of_an_address(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert read_settings().database_url == "postgresql://u:p@h/d"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://u:secret@h/d"),
        ("DATABASE_URL", "postgresql:u:secret@h/d"),
        ("DATABASE_URL", "secret"),
        ("DATABASE_URL", "postgresql://u:secret@h:port/d"),
        ("DATABASE_URL", "postgresql://[secret/d"),
        ("EARLY_HELP_PORT", "secret"),
        ("EARLY_HELP_PORT", "0"),
        ("EARLY_HELP_PORT", "65536"),
        ("EARLY_HELP_MODE", "secret"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_without_the_value(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as problem:
        read_settings()
    assert str(problem.value) == SENTENCES[name] and "secret" not in str(problem.value)


def test_the_command_says_it_and_ends_with_2() -> None:
    command = [sys.executable, "-m", "service.cli", "migrate"]
    run = subprocess.run(command, cwd=HOME, capture_output=True, text=True, env={"EARLY_HELP_PORT": "abc"})
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "early-help: EARLY_HELP_PORT must be a whole number from 1 to 65535.\n"
