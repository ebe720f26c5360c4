"""Files of our own in the data folder: each is whole or not there, and for its owner only."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.settings import SettingsError


def keep(path: Path, text: str) -> None:
    """Write a file, in place of one that is there. Raise SettingsError."""
    with beside(path, text) as new:
        new.replace(path)


def keep_first(path: Path, text: str) -> None:
    """Write a file, unless there is one: of several that try at once, one writes it. Raise SettingsError."""
    with beside(path, text) as new:
        try:
            os.link(new, path)
        except FileExistsError:
            return


@contextmanager
def beside(path: Path, text: str) -> Iterator[Path]:
    """Write a file of another name into the folder, which is made where there is none, and remove it afterwards."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
        yield new
    except OSError as problem:
        raise cannot("write", path, problem) from problem
    finally:
        remove(new)


def remove(path: Path) -> None:
    """Remove a file that may not be there, in a folder that may be none."""
    if path.parent.is_dir():
        path.unlink(missing_ok=True)


def text_of(path: Path) -> str | None:
    """Read a file; None where there is none. Raise SettingsError."""
    try:
        return path.read_text()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as problem:
        raise cannot("read", path, problem) from problem


def cannot(what: str, path: Path, problem: Exception) -> SettingsError:
    """Say what cannot be done with a file, and how to mend it."""
    why = getattr(problem, "strerror", None) or "it is no text"
    return SettingsError(f"Cannot {what} {path} ({why}): EARLY_HELP_DATA must name a folder that this account may write.")
