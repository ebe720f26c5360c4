"""What the service keeps in its data folder is whole or not there, and for its owner only."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.access.sign_in import secret_of
from service.demo.doors import address_of, keep_address
from service.settings import Settings, SettingsError


def permissions(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_secret_is_made_once_in_a_folder_that_was_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"

    first, second = secret_of(folder), secret_of(folder)

    assert first == second == (folder / "sign-in.secret").read_text()
    assert len(first) == 64
    assert permissions(folder / "sign-in.secret") == 0o600
    assert os.listdir(folder) == ["sign-in.secret"]


def test_many_that_start_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(secret_of, [tmp_path] * 200))

    assert len(found) == 1


@pytest.mark.parametrize("left", ["", "\n", "short", "x" * 20 + " " + "x" * 40])
def test_a_damaged_secret_is_told_and_left_as_it_is(tmp_path: Path, left: str) -> None:
    (tmp_path / "sign-in.secret").write_text(left)

    with pytest.raises(SettingsError, match=r"sign-in.secret is damaged: put a copy of it back, or remove it"):
        secret_of(tmp_path)

    assert (tmp_path / "sign-in.secret").read_text() == left


def test_a_secret_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "sign-in.secret").write_bytes(b"\xff\xfe")

    with pytest.raises(SettingsError, match="it is no text"):
        secret_of(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(SettingsError, match="EARLY_HELP_DATA must name a folder"):
        keep_address(Settings.model_validate({"EARLY_HELP_DATA": tmp_path / "file" / "folder"}), "http://localhost:8000")


def test_the_address_replaces_the_last_one_whole(tmp_path: Path) -> None:
    settings = Settings.model_validate({"EARLY_HELP_DATA": tmp_path / "data"})

    for port in (8000, 8001):
        keep_address(settings, f"http://localhost:{port}")

    assert address_of(settings) == "http://localhost:8001"
    assert [permissions(path) for path in settings.data.iterdir()] == [0o600]
