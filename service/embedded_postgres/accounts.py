"""Who runs the server, and where its files lie: PostgreSQL refuses to run as root, and its account must reach its folder."""

import contextlib
import hashlib
import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.embedded_postgres.sentences import DatabaseError

PUBLIC = Path("/var/lib/early-help")


@dataclass(frozen=True)
class Account:
    """The account that PostgreSQL runs as; without a number it is simply ours."""

    uid: int | None = None
    gid: int | None = None

    def surroundings(self) -> dict[str, Any]:
        """Say how a program is run: our folder may be closed to the account, and PG* variables would change what programs do."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
        as_them: dict[str, Any] = {} if self.uid is None else {"user": self.uid, "group": self.gid, "extra_groups": []}
        return {"cwd": "/", "env": kept | {"LC_ALL": "C"}, **as_them}

    def run(self, *command: object, feed: str = "", holding: Sequence[int] = (), **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end as the account, holding open files of ours; answer what it said."""
        surroundings = self.surroundings()
        surroundings["env"] |= variables
        words = [str(part) for part in command]
        return subprocess.run(words, capture_output=True, text=True, input=feed, pass_fds=holding, **surroundings)

    def give(self, *paths: Path) -> None:
        """Let the account own what we made for it."""
        if self.uid is not None and self.gid is not None:
            for path in paths:
                os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def can_enter(self, folder: Path) -> bool:
        """Tell whether the account reaches a folder: some parent of it may be private."""
        return self.uid is None or self.run("/bin/sh", "-c", 'cd "$1"', "sh", folder).returncode == 0


@dataclass(frozen=True)
class Place:
    """A folder that somebody named, the folder that really holds the files, and the account that owns them."""

    folder: Path
    home: Path
    account: Account

    @property
    def data(self) -> Path:
        """PostgreSQL's own folder."""
        return self.home / "pgdata"

    @property
    def log(self) -> Path:
        """What the server writes of itself."""
        return self.home / "postgres.log"

    @property
    def password(self) -> Path:
        """The password of the service's role, readable by the account alone."""
        return self.data / "early_help.password"


def place_for(folder: Path) -> Place:
    """Make the folder and find who runs the server there. A folder that the account cannot reach is kept below /var/lib."""
    folder = Path(os.path.abspath(folder))
    _make_folder(folder / "leases")
    account = _account_for(folder)
    if account.can_enter(folder):
        return Place(folder, folder, account)
    home = PUBLIC / hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    _make_folder(home)
    if not account.can_enter(home):
        raise DatabaseError(
            f"The account that runs PostgreSQL cannot enter {folder}: name a folder that everyone may enter in EARLY_HELP_DATA."
        )
    (folder / "elsewhere").write_text(f"{home}\n")  # for whoever removes the folder by hand
    return Place(folder, home, account)


def _account_for(folder: Path) -> Account:
    """Choose ourselves; for root the owner of the folder, or where that is root too, `nobody`."""
    if os.geteuid() != 0:
        return Account()
    owners = (path.stat().st_uid for path in (folder / "pgdata", folder) if path.exists())
    for owner in filter(None, owners):
        with contextlib.suppress(KeyError):  # an owner without a name, as after a restore: PostgreSQL would refuse it
            return Account(owner, pwd.getpwuid(owner).pw_gid)
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def _make_folder(folder: Path) -> None:
    """Make a folder and its parents, open for passage, and give them to the owner of the first parent that was there."""
    there = next(parent for parent in folder.parents if parent.exists())
    new = [path for path in (folder, *folder.parents) if path != there and there in path.parents]
    folder.mkdir(parents=True, exist_ok=True)
    owner = there.stat()
    for path in new:
        if os.geteuid() == 0 and path.stat().st_uid == 0 and owner.st_uid != 0:
            os.chown(path, owner.st_uid, owner.st_gid)
        if path.stat().st_uid == os.geteuid():
            path.chmod(0o755)
