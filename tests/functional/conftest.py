"""The service over HTTP, on a database of its own for each test, with a small council in it."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from service.access.sign_in import Tokens
from service.app import application
from tests.conftest import fresh, other_database
from tests.functional.api import Api
from tests.functional.council import fill
from tests.functional.families import Family
from tests.functional.plans import Plan


@pytest.fixture(scope="session")
def council(server: str, template: str) -> Iterator[str]:
    """The name of a database with the council in it, of which every test gets a copy."""
    with fresh(server, template) as name:
        asyncio.run(fill(other_database(server, name)))
        yield name


@pytest.fixture
def api(server: str, council: str) -> Iterator[Api]:
    """The service on a copy of the council, spoken to over HTTP."""
    tokens = Tokens("a secret for tests only, long enough for its algorithm")
    with fresh(server, council) as name:
        url = other_database(server, name)
        with TestClient(application(url, tokens)) as client:
            yield Api(client, tokens, url)


@pytest.fixture
def family(api: Api) -> Any:
    """A family of a mother and two children, not yet on a case."""
    return Family(api)


@pytest.fixture
def plan(api: Api, family: Family) -> Plan:
    """The plan of the family's case, which its worker assesses; nothing is in it yet."""
    family.assessing()
    return Plan(api, family)


@pytest.fixture
def home(family: Any) -> Any:
    """The family, on a case that waits for its agreement, allocated to the worker."""
    family.awaiting_agreement()
    return family
