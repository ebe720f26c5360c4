"""Alembic's environment: asyncpg, one migration at a time, and the URL that the caller names (else the configured database)."""

import asyncio
from typing import Literal

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel import AutoString

from service.database import database
from service.settings import read_settings
from service.tables import metadata

# Two starts at once would both create alembic_version. The commit frees it.
ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(hashtext('early help migrations'))")


def render_item(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Spell SQLModel's own type in plain SQLAlchemy, so that a migration never depends on it."""
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String(length={item.length})" if item.length else "sa.Text()"
    return False


def run(connection: Connection) -> None:
    """Run what alembic's command asks for."""
    context.configure(connection=connection, target_metadata=metadata, compare_server_default=True, render_item=render_item)
    with context.begin_transaction():
        context.run_migrations()


async def main(url: str) -> None:
    """Connect, wait for our turn, run and commit: all migrations or none."""
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1), poolclass=NullPool)
    try:
        async with engine.connect() as connection:
            await connection.execute(ONE_AT_A_TIME)
            await connection.run_sync(run)
            await connection.commit()
    finally:
        await engine.dispose()


if named := context.config.attributes.get("url"):
    asyncio.run(main(named))
else:
    with database(read_settings()) as url:
        asyncio.run(main(url))
