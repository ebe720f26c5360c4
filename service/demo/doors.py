"""The demonstration as a command makes it: refuse a database that is somebody else's, make the council once, and name the links."""

import asyncio
import datetime as dt
from typing import Any

import asyncpg

from service.data_folder import keep, text_of
from service.database import migrate
from service.demo.cast import LINKS, demo_people
from service.demo.making import make
from service.demo.programme import PROGRAMME, Programme
from service.demo.setting_up import founding, is_complete
from service.demo.teller import open_to_tell
from service.embedded_postgres import DatabaseError
from service.settings import Settings

__all__ = ["LINKS", "address_of", "demo_people", "keep_address", "prepare", "welcome"]

ADDRESS = "address"
LOCK = "SELECT pg_advisory_lock(hashtext('early help demonstration'))"
OTHER_TABLES = """
    SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')
       AND NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = 'alembic_version')
"""
COUNCIL = "SELECT name FROM council"


def prepare(url: str) -> None:
    """Bring a database to the newest version with the demonstration's council in it. Raise DatabaseError for somebody else's."""
    asyncio.run(refuse_other_data(url))
    migrate(url)
    asyncio.run(ensure(url))


async def refuse_other_data(url: str) -> None:
    """Raise DatabaseError for a database that holds tables of something else, or that does not answer."""
    try:
        connection = await asyncpg.connect(url)
    except (OSError, TimeoutError, asyncpg.PostgresError):
        return  # migrating says what is wrong with it
    try:
        if await connection.fetchval(OTHER_TABLES):
            raise DatabaseError("This database holds other data. Name an empty one in DATABASE_URL for the demonstration.")
    finally:
        await connection.close()


async def ensure(url: str, programme: Programme = PROGRAMME) -> None:
    """Make the demonstration's council unless it is there; two that start at once make one. Raise DatabaseError."""
    holder = await asyncpg.connect(url)
    try:
        await holder.execute(LOCK)
        await refuse_other_council(holder)
        await make_the_rest(url, programme)
    finally:
        await holder.close()


async def make_the_rest(url: str, programme: Programme) -> None:
    """Make what is missing of the demonstration's council."""
    async with await open_to_tell(url) as pool:
        if not await is_complete(pool):
            print("Making the demonstration's council; a moment.", flush=True)
            await make(pool, now=dt.datetime.now(dt.UTC), programme=programme)


async def refuse_other_council(connection: Any) -> None:
    """Raise DatabaseError for a database of a council that was not founded as a demonstration, whatever it is called."""
    council = await connection.fetchval(COUNCIL)
    if council and not await founding(connection):
        raise DatabaseError(f"This database belongs to {council}. Name an empty one in DATABASE_URL for the demonstration.")


def keep_address(settings: Settings, address: str) -> None:
    """Write down where the demonstration is served, for the walk."""
    keep(settings.data / ADDRESS, address)


def address_of(settings: Settings) -> str:
    """Return where the demonstration is served: where it said so last, unless a port is named."""
    kept = None if settings.port_was_named else text_of(settings.data / ADDRESS)
    return kept or f"http://localhost:{settings.port}"


def welcome(address: str) -> str:
    """Write what a person is told when the demonstration is ready: the links that sign in as each role, and the endpoint."""
    links = [f"  {word:<16} {address}/sign-in?as={word}" for word in LINKS]
    end = ["", f"  GraphQL          {address}/graphql   (early-help token worker prints a bearer token)", "", "  Ctrl-C stops it."]
    return "\n".join(["", "Early help is ready. All people in it are invented. Sign in as", "", *links, *end])
