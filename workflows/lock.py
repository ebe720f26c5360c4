"""Published versions never change: the digest of each one's module is kept, and a change to its bytes is found.

A digest covers the editions of the kit that the module uses as well, because they hold its facts, its guards and their sentences.
"""

import ast
import hashlib
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workflows import WORKFLOWS

HERE = Path(__file__).parent
LOCK = HERE / "published.lock"
UNPUBLISHED = "unpublished"
HEADING = "# A version is published with a tagged release; from then on its module and its editions of the kit keep these bytes (sha256).\n"
EDITION = re.compile(r"workflows\.kit\.([a-z_]+_[0-9]+)")


def digest(module: str, *, folder: Path = HERE) -> str:
    """Return the sha256 of a module's bytes and of those of the editions that it uses, as hex."""
    paths = [folder / f"{module}.py", *(folder / "kit" / f"{each}.py" for each in editions(folder / f"{module}.py", folder=folder))]
    sums = [f"{path.stem} {hashlib.sha256(path.read_bytes()).hexdigest()}\n" for path in paths]
    return hashlib.sha256("".join(sums).encode()).hexdigest()


def editions(path: Path, *, folder: Path = HERE) -> list[str]:
    """Return the editions of the kit that a module uses, itself or through another edition, by their names."""
    found: set[str] = set()
    ahead = named_in(path)
    while ahead:
        found |= ahead
        ahead = {other for each in ahead for other in named_in(folder / "kit" / f"{each}.py")} - found
    return sorted(found)


def named_in(path: Path) -> set[str]:
    """Return the editions that a module imports, or imports from."""
    nodes = list(ast.walk(ast.parse(path.read_bytes())))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    whole = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    parts = {f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    return {match[1] for name in plain | whole | parts if (match := EDITION.fullmatch(name))}


def read(lock: Path = LOCK) -> dict[str, str]:
    """Return what the lock says of each module: its digest, or that it is unpublished."""
    rows = (line.split() for line in lock.read_text().splitlines() if line and not line.startswith("#"))
    return {module: said for module, said in rows}


def write(said: Mapping[str, str], *, lock: Path = LOCK) -> None:
    """Write the lock, in the order of the modules' names."""
    lock.write_text(HEADING + "".join(f"{module} {said[module]}\n" for module in sorted(said)))


def changes(modules: Iterable[str], *, said: Mapping[str, str], folder: Path = HERE) -> list[str]:
    """Return what does not agree with the lock: a version it does not list, or a published one whose bytes have changed."""
    known = list(modules)
    unlisted = [f"{module} is not in the lock" for module in known if module not in said]
    published = [module for module, sha in said.items() if sha != UNPUBLISHED]
    gone = [f"{module} was published and is not among the versions" for module in published if module not in known]
    changed = [module for module in published if module in known and digest(module, folder=folder) != said[module]]
    return (
        unlisted
        + gone
        + [f"{module} was published and has changed, or an edition that it uses: write a new one instead" for module in changed]
    )


def publish(module: str, *, lock: Path = LOCK, folder: Path = HERE) -> None:
    """Record the digest of a version that is being released. One that was published before is a ValueError."""
    said = read(lock)
    if said.get(module) != UNPUBLISHED:
        raise ValueError(f"{module} is not waiting to be published")
    write({**said, module: digest(module, folder=folder)}, lock=lock)


def main(arguments: Sequence[str]) -> int:
    """Publish the modules that are named, then say what does not agree; 1 if anything does not."""
    for module in arguments:
        publish(module)
    said = read()
    found = changes([each.module for each in WORKFLOWS.values()], said=said)
    print("\n".join(found or (f"{module}: {sha}" for module, sha in said.items())))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
