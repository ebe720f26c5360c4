"""Write a migration from the difference between the newest version and the tables: `make migration MESSAGE="Add plans"`.

Until the first release version 0001 is written anew instead of changed (`make migration INITIAL=1`); what is written by hand
(from 0002 on) stays beside it. The database is a throw-away one on the embedded server.
"""

import asyncio
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
from alembic import command
from alembic.config import Config

from service.database import database
from service.settings import HOME, read_settings

VERSIONS = HOME / "alembic/versions"


async def execute(url: str, statement: str) -> None:
    """Run one statement on a connection of its own."""
    connection = await asyncpg.connect(url)
    await connection.execute(statement)
    await connection.close()


def write(config: Config, message: str) -> None:
    """Write the next version."""
    command.upgrade(config, "head")
    following = max(int(path.name[:4]) for path in VERSIONS.glob("[0-9]*.py")) + 1
    command.revision(config, message=message, autogenerate=True, rev_id=f"{following:04}")


def write_initial(config: Config) -> None:
    """Write version 0001 anew, in a folder where it is alone."""
    with tempfile.TemporaryDirectory() as alone:
        config.set_main_option("version_locations", alone)
        command.revision(config, message="Make every table", autogenerate=True, rev_id="0001", version_path=alone)
        shutil.copy(Path(alone) / "0001_make_every_table.py", VERSIONS / "0001_initial.py")


def tidy(path: Path) -> None:
    """Write the file as ours are written, without alembic's advice to adjust it: whoever commits it has done so."""
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.strip().startswith("# ###")))
    for arguments in (["check", "--quiet", "--fix", "--select", "I"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, path], cwd=HOME, check=True)


def main(message: str) -> None:
    """Make the database, write, and drop it."""
    name = f"early_help_test_{secrets.token_hex(6)}"
    config = Config(toml_file=str(HOME / "pyproject.toml"))
    with database(read_settings()) as server:
        asyncio.run(execute(server, f"CREATE DATABASE {name}"))
        config.attributes["url"] = urlsplit(server)._replace(path=f"/{name}").geturl()
        try:
            write(config, message) if message else write_initial(config)
            tidy(max(VERSIONS.glob("[0-9]*.py"), key=lambda path: path.stat().st_mtime))
        finally:
            asyncio.run(execute(server, f"DROP DATABASE {name} WITH (FORCE)"))


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
