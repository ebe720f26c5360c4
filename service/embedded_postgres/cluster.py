"""The data folder: made whole or not at all, with a role for the service that is no superuser."""

import errno
import os
import secrets
import shutil
from pathlib import Path
from urllib.parse import quote

from service.embedded_postgres import postmaster, sentences
from service.embedded_postgres.accounts import Place
from service.embedded_postgres.binaries import Binaries
from service.embedded_postgres.sentences import NEEDED_BYTES

NAME = "early_help"  # the role and the database
RULES = f"# Only the service's own role, only from this machine, only with its password.\nhost all {NAME} 127.0.0.1/32 scram-sha-256\n"


def create(place: Place, binaries: Binaries) -> None:
    """Make a database folder beside, and rename it when it is whole: an interrupted one never looks like a database."""
    if shutil.disk_usage(place.home).free < NEEDED_BYTES:
        raise OSError(errno.ENOSPC, "too little room for a new database")
    new = place.home / "pgdata.new"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    place.account.give(new)
    try:
        with postmaster.server_lock(place) as lock:  # initdb may outlive us: the next start then waits for its end
            _initialise(new, place, binaries, lock)
        new.rename(place.data)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def check(place: Place, binaries: Binaries) -> None:
    """Raise DatabaseError unless the folder is one of ours, of this major version."""
    mark = place.data / "PG_VERSION"
    found = mark.read_text().strip() if mark.exists() else ""
    if not found or not place.password.exists():
        raise sentences.incomplete(place.data)
    if found != str(binaries.major):
        raise sentences.other_version(place.data, found, binaries.major)


def url(place: Place, database: str = NAME) -> str:
    """Spell the address of a database of the running server."""
    return f"postgresql://{NAME}:{quote(place.password.read_text())}@127.0.0.1:{postmaster.port(place)}/{database}"


def demand_answer(place: Place, binaries: Binaries) -> None:
    """Ask the server once, as the service does: only the server of this folder knows its password. Make the database if it was dropped."""
    found = _ask(place, binaries, f"SELECT count(*) FROM pg_database WHERE datname = '{NAME}'")
    if found == "0":
        _ask(place, binaries, f"CREATE DATABASE {NAME}")


def _initialise(new: Path, place: Place, binaries: Binaries, lock: int) -> None:
    """Run initdb, then make role and database with nobody listening: the superuser never gets a way in."""
    locale = ["--locale-provider=builtin"] if binaries.major >= 17 else []
    initdb = [binaries.folder / "initdb", "-D", new, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", *locale, "--auth=reject"]
    made = place.account.run(*initdb, holding=[lock])
    if made.returncode:
        raise sentences.explain(made.stderr, place.home)
    password = secrets.token_urlsafe(24)
    single = [binaries.folder / "postgres", "--single", "-D", new, "-c", "password_encryption=scram-sha-256", "postgres"]
    done = place.account.run(*single, feed=_beginning(password), holding=[lock])
    if done.returncode or "ERROR" in done.stderr:
        raise sentences.explain(done.stderr, place.home)
    _write(place, new / "pg_hba.conf", RULES)
    _write(place, new / "early_help.password", password)


def _beginning(password: str) -> str:
    """Spell the first statements, one a line."""
    return f"CREATE ROLE {NAME} LOGIN CREATEDB PASSWORD '{password}'\nCREATE DATABASE {NAME} OWNER {NAME}\n"


def _write(place: Place, path: Path, text: str) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    place.account.give(path)


def _ask(place: Place, binaries: Binaries, statement: str) -> str:
    where = ["-h", "127.0.0.1", "-p", postmaster.port(place), "-U", NAME, "-d", "postgres"]
    password = place.password.read_text()
    answer = place.account.run(binaries.folder / "psql", "-XAtq", *where, "-c", statement, PGPASSWORD=password, PGCONNECT_TIMEOUT="10")
    if answer.returncode and postmaster.process(place) is None:
        raise sentences.elsewhere(place.folder)
    if answer.returncode:
        raise sentences.DatabaseError(f"PostgreSQL runs but does not answer ({answer.stderr.strip()}); see {place.log}.")
    return answer.stdout.strip()
