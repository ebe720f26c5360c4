"""One database a session with the sample's tables: all rows in one schema, and only those that an actor sees in one for each."""

import asyncio
import secrets
from collections.abc import Iterator
from urllib.parse import urlsplit

import asyncpg
import pytest

from service.reading import Reader
from tests.integration.reading.sample import METADATA, schema, visibility
from tests.integration.reading.world import ACTORS, seen_by, world
from tests.oracle.databases import Service, filled


@pytest.fixture(scope="session")
def services(server: str) -> Iterator[dict[str, Service]]:
    """The sample with all rows under `all`, and under each actor's name with the rows that this actor sees."""
    loop, reader = asyncio.new_event_loop(), Reader(schema, visibility, most_plans=200)
    name = f"early_help_test_{secrets.token_hex(6)}"
    admin = loop.run_until_complete(asyncpg.connect(server))
    loop.run_until_complete(admin.execute(f"CREATE DATABASE {name} TEMPLATE template0"))
    url, rows = urlsplit(server)._replace(path=f"/{name}").geturl(), world()
    metadata = METADATA
    parts = {"all": rows} | {who: seen_by(rows, actor) for who, actor in ACTORS.items()}
    found = {
        part: Service(loop, loop.run_until_complete(filled(url, f"seen_by_{part}", metadata, some, keys=part == "all")), reader)
        for part, some in parts.items()
    }
    yield found
    for service in found.values():
        loop.run_until_complete(service.connection.close())
    loop.run_until_complete(admin.execute(f"DROP DATABASE {name} WITH (FORCE)"))
    loop.run_until_complete(admin.close())
    loop.close()


@pytest.fixture
def service(services: dict[str, Service]) -> Service:
    services["all"].traced()
    return services["all"]
