"""What stands in the way of a database, each time in one plain sentence that says what to do."""

import errno
import re
from pathlib import Path

NEEDED_BYTES = 120_000_000  # a new data folder takes 50 MB, its first WAL segments the rest
FULL = (errno.ENOSPC, errno.EDQUOT)


class DatabaseError(Exception):
    """The database cannot be had; the text is one plain sentence that says what to do."""


def explain(problem: OSError | str, folder: Path) -> DatabaseError:
    """Turn what the system or PostgreSQL said about a folder into a sentence."""
    text = str(problem).strip()
    if "No space left" in text or getattr(problem, "errno", 0) in FULL:
        return _full(folder)
    if re.search("Permission denied|must be owned|wrong ownership|Operation not permitted", text):
        return DatabaseError(
            f"{folder} may not be used by this account ({_last(text)}): it was made by another one; "
            "start as that one, remove it, or name another folder in EARLY_HELP_DATA."
        )
    if "Read-only file system" in text:
        return DatabaseError(f"{folder} cannot be written: name another folder in EARLY_HELP_DATA.")
    if "could not look up effective user" in text:
        return DatabaseError("The account that runs this has no name on this machine, and PostgreSQL needs one: add it to /etc/passwd.")
    return DatabaseError(f"PostgreSQL did not start ({_gist(text)}); the whole story is in {folder}/postgres.log.")


def incomplete(data: Path) -> DatabaseError:
    """Say that a folder is nothing that we made, and leave it alone."""
    return DatabaseError(f"{data} is not a complete database folder of ours: move it away, or run `make clean`.")


def other_version(data: Path, found: str, ours: int) -> DatabaseError:
    """Say that the data was made by another major version."""
    return DatabaseError(
        f"{data} was made by PostgreSQL {found}, this is {ours}: run `make clean` to begin with fresh demonstration data, "
        "or name a server in DATABASE_URL."
    )


def elsewhere(folder: Path) -> DatabaseError:
    """Say that the server of a shared folder runs where we cannot reach it."""
    return DatabaseError(f"A PostgreSQL in another container uses {folder}: stop it there, or name another folder in EARLY_HELP_DATA.")


def _full(folder: Path) -> DatabaseError:
    return DatabaseError(
        f"The disk that holds {folder} is full (the database needs about {NEEDED_BYTES // 1_000_000} MB): "
        "make room, or name another folder in EARLY_HELP_DATA."
    )


def _last(text: str) -> str:
    return text.splitlines()[-1].strip().rstrip(".")


def _gist(text: str) -> str:
    telling = [line for line in text.splitlines() if re.search("FATAL|PANIC|error:", line)]
    return _last("\n".join(telling or text.splitlines() or ["no word"]))
