"""A council for races: one database for all of them, each with a family of its own."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.conftest import fresh, other_database
from tests.functional.council import fill
from tests.functional.families import Family
from tests.model.inside import Inside, inside


@pytest.fixture(scope="module")
def service(server: str, template: str) -> Iterator[Inside]:
    """The service in this process, on a council's database of its own."""
    with fresh(server, template) as name:
        url = other_database(server, name)
        asyncio.run(fill(url))
        with inside(url) as found:
            yield found


@pytest.fixture
def family(service: Inside) -> Family:
    """A family of a mother and two children, not yet on a case."""
    return Family(service)
