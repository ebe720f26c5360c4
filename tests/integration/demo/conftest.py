"""A database with the demonstration's council in it, made once; every test gets a copy."""

import asyncio
import datetime as dt
import socket
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import uvicorn

from service.access.sign_in import Tokens, secret_of
from service.app import application
from service.demo.cast import LINKS
from service.demo.making import Made, make
from service.demo.programme import PROGRAMME, Entry
from service.demo.teller import open_to_tell
from service.demo.tokens import token_for
from tests.conftest import fresh, other_database

NOW = dt.datetime(2026, 6, 24, 12, tzinfo=dt.UTC)
FEW = tuple(each._replace(early_help=1, caf=0) for each in PROGRAMME[::3])
"""A third of the stories, each told of one family."""


def made(url: str, programme: tuple[Entry, ...] = PROGRAMME) -> Made:
    """Make the demonstration's council of one certain day."""

    async def run() -> Made:
        async with await open_to_tell(url) as pool:
            return await make(pool, now=NOW, tell=lambda _: None, programme=programme)

    return asyncio.run(run())


@pytest.fixture(scope="session")
def telling(server: str, template: str) -> Iterator[tuple[str, Made]]:
    """The name of a database with the demonstration's council, and what its making came to."""
    with fresh(server, template) as name:
        yield name, made(other_database(server, name))


@pytest.fixture
def what_was_made(telling: tuple[str, Made]) -> Made:
    """What the making of the demonstration's council came to."""
    return telling[1]


@pytest.fixture
def council(server: str, telling: tuple[str, Made]) -> Iterator[str]:
    """The URL of a copy of the demonstration's council."""
    with fresh(server, telling[0]) as name:
        yield other_database(server, name)


@pytest.fixture
def another(server: str, template: str) -> Iterator[str]:
    """The URL of a second empty database of the service."""
    with fresh(server, template) as name:
        yield other_database(server, name)


@pytest.fixture
def secret(tmp_path: Path) -> Tokens:
    """The tokens of a service whose data folder is the test's own."""
    return Tokens(secret_of(tmp_path))


@pytest.fixture(scope="session")
def staffed(server: str, template: str) -> Iterator[str]:
    """The name of a database with everybody of the demonstration's council and a few of its families: all that a walk needs."""
    with fresh(server, template) as name:
        made(other_database(server, name), FEW)
        yield name


@pytest.fixture
def smaller(server: str, staffed: str) -> Iterator[str]:
    """The URL of a copy of the smaller council."""
    with fresh(server, staffed) as name:
        yield other_database(server, name)


@pytest.fixture
def address(smaller: str, secret: Tokens) -> Iterator[str]:
    """Where the smaller council is served."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(application(smaller, secret), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def tokens(smaller: str, secret: Tokens) -> Mapping[str, str]:
    """A token for each role."""
    return {word: token_for(smaller, word, secret) for word in LINKS}
