"""Where the database is, how the service connects to it, and how it is brought to the newest version."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from service.embedded_postgres import DatabaseError, EmbeddedPostgres
from service.settings import HOME, Mode, Settings

if TYPE_CHECKING:
    import asyncpg

SESSION = {
    "application_name": "early help",
    "random_page_cost": "1.1",  # as on every disk of today: else whole tables are read where an index would do
    "jit": "off",  # compiling one of our statements takes longer than running it
    "plan_cache_mode": "force_generic_plan",  # planning one of our statements takes longer than running it
    "TimeZone": "UTC",
    "statement_timeout": "15s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "30s",
}


@contextmanager
def database(settings: Settings) -> Iterator[str]:
    """Yield the URL of the database: the one that is named, else the embedded server for as long as the block runs."""
    if settings.database_url:
        yield settings.database_url
        return
    if settings.mode is Mode.PRODUCTION:
        raise DatabaseError(
            "Production needs a PostgreSQL of its own: name it in DATABASE_URL (postgresql://user:password@host:5432/database)."
        )
    server = EmbeddedPostgres(settings.data)
    try:
        yield server.start()
    finally:
        server.stop()


async def open_pool(url: str, *, most: int = 10, **session: str) -> "asyncpg.Pool[asyncpg.Record]":
    """Open the pool of connections on which every statement of the service runs; `session`: more settings of each of them."""
    import asyncpg

    # By default asyncpg prepares a statement of more than 15 kB anew each time, and ours for a whole case is longer.
    cached = {"max_cacheable_statement_size": 0}
    return await asyncpg.create_pool(url, min_size=1, max_size=most, server_settings={**SESSION, **session}, reset=leave_as_it_is, **cached)


async def leave_as_it_is(connection: Any) -> None:
    """Do nothing between two users of a connection.

    asyncpg's own reset can fail after a COMMIT that succeeded, and costs a round trip. So nothing may set session state: SET LOCAL only.
    """


def migrate(url: str) -> None:
    """Bring the database to the newest version. Raise DatabaseError where it cannot be reached."""
    from alembic import command
    from alembic.config import Config
    from asyncpg import InvalidAuthorizationSpecificationError, InvalidCatalogNameError

    refusals = (InvalidAuthorizationSpecificationError, InvalidCatalogNameError)
    config = Config(toml_file=str(HOME / "pyproject.toml"))
    config.attributes["url"] = url
    try:
        command.upgrade(config, "head")
    except (TimeoutError, OSError) as problem:
        raise DatabaseError(_nobody_answers(url, problem)) from problem
    except Exception as problem:
        refused = [str(each) for each in _causes(problem) if isinstance(each, refusals)]
        if not refused:
            raise
        raise DatabaseError(f"PostgreSQL refuses DATABASE_URL: {refused[0]}.") from problem


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    """Follow an error to what it was raised from: SQLAlchemy wraps the driver's twice."""
    while problem:
        yield problem
        problem = problem.__cause__


def _nobody_answers(url: str, problem: OSError) -> str:
    where = urlsplit(url)
    return f"No PostgreSQL answers at {where.hostname}:{where.port or 5432} ({problem}): start it, or correct DATABASE_URL."
