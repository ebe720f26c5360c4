"""The command `early-help`: one small function a command. What is slow to import is imported where it is used."""

import os
import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer

from service.embedded_postgres import DatabaseError, EmbeddedPostgres
from service.errors import Fault, UserError
from service.settings import Mode, Settings, SettingsError, read_settings
from service.settings_command import app as settings_app

NOT_DONE, WRONG_USAGE = 1, 2

app = typer.Typer(
    help="Early help casework for a council.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(settings_app, name="settings")


@app.callback()
def early_help() -> None:
    """Early help casework for a council."""


@app.command()
def migrate() -> None:
    """Bring the database to the newest version."""
    from service import database

    with database.database(read_settings()) as url:
        database.migrate(url)
    print("The database is at the newest version.")


@app.command()
def stop() -> None:
    """Stop the embedded database and everything that uses it."""
    if server := _embedded(read_settings()):
        server.stop(everyone=True)
    print("Stopped.")


@app.command()
def serve() -> None:
    """Serve the council's database until Ctrl-C."""
    from service import database, serving
    from service.access.sign_in import Tokens, secret_of
    from service.app import application

    settings = read_settings()
    with serving.listener(settings) as door, database.database(settings) as url:
        database.migrate(url)
        tokens = Tokens(secret_of(settings.data))
        serving.serve(application(url, tokens), door, lambda: print(f"Early help is ready: {serving.address_of(door)}/", flush=True))


@app.command()
def demo() -> None:
    """Make a synthetic council, and serve it with links that sign in as each role."""
    from service import database, serving
    from service.access.sign_in import Tokens, secret_of
    from service.app import application
    from service.demo import doors

    settings = read_settings()
    if settings.mode is Mode.PRODUCTION:
        raise DatabaseError("The demonstration does not run in production mode: unset EARLY_HELP_MODE.")
    with serving.listener(settings) as door, database.database(settings) as url:
        doors.prepare(url)
        app = application(url, Tokens(secret_of(settings.data)), demo_people=doors.demo_people())
        address = serving.address_of(door)
        doors.keep_address(settings, address)
        serving.serve(app, door, lambda: print(doors.welcome(address), flush=True))
    print("Stopped.")


@app.command()
def check() -> None:
    """Verify every chain of events: say what was changed, cut out or cut off."""
    import asyncio

    from service import database
    from service.journal.verifying import verify

    with database.database(read_settings()) as url:
        count, faults = asyncio.run(verify(url))
    print("\n".join([*faults, f"{count} events, {len(faults)} faults."]))
    if faults:
        sys.exit(NOT_DONE)


@app.command()
def token(role: str = typer.Argument(help="worker, triage, team-manager, service-manager, school or administrator")) -> None:
    """Print a bearer token that signs in as somebody of the demonstration, for twelve hours."""
    from service import database
    from service.access.sign_in import Tokens, secret_of
    from service.demo import tokens

    settings = read_settings()
    if settings.mode is Mode.PRODUCTION:
        raise DatabaseError("Tokens are printed in demo mode only.")
    if role not in tokens.LINKS:
        raise SettingsError(f"There is no role {role}: choose one of {', '.join(tokens.LINKS)}.")
    with database.database(settings) as url:
        print(tokens.token_for(url, role, Tokens(secret_of(settings.data))))


@app.command()
def walk(
    address: str = typer.Option("", help="Where the demonstration is served, if not on the port of EARLY_HELP_PORT."),
    curl: bool = typer.Option(False, help="Print the steps of the first family as lines for curl instead."),
) -> None:
    """Take a family of each framework from a request for help to closure, over HTTP, step by step; then what else happens, a line each."""
    from service import database
    from service.access.sign_in import Tokens, secret_of
    from service.demo import doors, walking
    from service.demo.tokens import token_for

    settings = read_settings()
    if curl:
        print("\n".join(walking.curl_lines()))
        return
    with database.database(settings) as url:
        secret = Tokens(secret_of(settings.data))
        tokens = {word: token_for(url, word, secret) for word in doors.LINKS}
    try:
        post = walking.over_http(address or doors.address_of(settings), tokens)
        walking.walk(post)
        walking.walk_scenarios(post)
    except walking.Strayed as problem:
        sys.exit(walking.told(problem))


@app.command("delete-data")
def delete_data() -> None:
    """Stop the embedded database and remove its data."""
    if server := _embedded(read_settings()):
        server.delete()
    print("The embedded database and its data are removed.")


@app.command()
def found(
    council: Annotated[str, typer.Option(help="The council's name.")],
    code: Annotated[str, typer.Option(help="Its three-digit code in the national list of local authorities.")],
    name: Annotated[str, typer.Option(help="The first administrator's name.")],
    email: Annotated[str, typer.Option(help="The address that they sign in with.")],
    job_title: Annotated[str, typer.Option(help="What they are at the council.")] = "Administrator",
) -> None:
    """Found the council of an empty database, with its early help agency and its first administrator."""
    from service import database
    from service.council.founding import found_at

    with database.database(read_settings()) as url:
        database.migrate(url)
        found_at(url, name=council, code=code, administrator=name, email=email, job_title=job_title)
    print(f"{council} is founded. {name} signs in as {email.strip().lower()} and adds everybody else.")


def main() -> NoReturn:
    """Run a command. Exit with 0 when its work was done, 1 when not, 2 for wrong usage; every failure is one sentence."""
    from service.logs import configure

    configure()
    _end_tidily_on_signals()
    try:
        app()
    except SettingsError as problem:
        sys.exit(_tell(problem, WRONG_USAGE))
    except (DatabaseError, Fault, UserError) as problem:
        sys.exit(_tell(problem, NOT_DONE))
    sys.exit(0)


def _tell(problem: object, status: int) -> int:
    print(f"early-help: {problem}", file=sys.stderr)
    return status


def _embedded(settings: Settings) -> EmbeddedPostgres | None:
    """Find the embedded server; None where it was never started, and nothing is to be made just to be removed."""
    return EmbeddedPostgres(settings.data) if (settings.data / "leases").exists() else None


def _end_tidily_on_signals() -> None:
    """Let every signal to end unwind the stack: the default action would end us before the database is stopped."""
    signal.signal(signal.SIGTERM, _interrupted)
    signal.signal(signal.SIGINT, _interrupted)
    # uvicorn does not know this one: the terminal was closed
    signal.signal(signal.SIGHUP, lambda _number, _frame: os.kill(os.getpid(), signal.SIGTERM))


def _interrupted(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
