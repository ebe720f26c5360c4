"""The service in this process, on a council's database for all runs of the model."""

import asyncio
from collections.abc import Iterator

import pytest

from tests.conftest import fresh, other_database
from tests.functional.council import fill
from tests.model.inside import Inside, inside

pytest.register_assert_rewrite("tests.model.acting", "tests.model.house", "tests.model.machine")


@pytest.fixture(scope="session")
def modelled(server: str, template: str) -> Iterator[Inside]:
    """The service in this process, with the council in its database."""
    with fresh(server, template) as name:
        url = other_database(server, name)
        asyncio.run(fill(url))
        with inside(url, most=4, watched=False) as found:
            yield found
