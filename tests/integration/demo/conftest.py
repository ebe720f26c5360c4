"""A database with the demonstration's council in it, made once; every test gets a copy."""

import asyncio
import datetime as dt
from collections.abc import Iterator

import pytest

from service.database import open_pool
from service.demo.making import make
from tests.conftest import fresh, other_database

NOW = dt.datetime(2026, 6, 24, 12, tzinfo=dt.UTC)


def made(url: str) -> None:
    """Make the demonstration's council of one certain day."""

    async def run() -> None:
        async with await open_pool(url, most=4) as pool:
            await make(pool, now=NOW, tell=lambda _: None)

    asyncio.run(run())


@pytest.fixture(scope="session")
def demonstration(server: str, template: str) -> Iterator[str]:
    """The name of a database with the demonstration's council."""
    with fresh(server, template) as name:
        made(other_database(server, name))
        yield name


@pytest.fixture
def council(server: str, demonstration: str) -> Iterator[str]:
    """The URL of a copy of the demonstration's council."""
    with fresh(server, demonstration) as name:
        yield other_database(server, name)
