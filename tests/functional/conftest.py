"""The service over HTTP, on a database of its own for each test, with a small council in it."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import drop, fresh, other_database
from tests.functional.api import Api
from tests.functional.council import fill
from tests.functional.families import Family
from tests.functional.plans import Plan
from tests.functional.served import Served
from tests.functional.stages import Stages


@pytest.fixture(scope="session")
def council(server: str, template: str) -> Iterator[str]:
    """The name of a database with the council in it, of which every test gets a copy."""
    with fresh(server, template) as name:
        asyncio.run(fill(other_database(server, name)))
        yield name


@pytest.fixture(scope="session")
def stages(server: str, council: str) -> Iterator[Stages]:
    """Where families' cases have been brought for tests that begin there."""
    stages = Stages(server, council, Served)
    yield stages
    stages.drop_all()


@pytest.fixture
def api(server: str, council: str, stages: Stages) -> Iterator[Api]:
    """The service on a copy of the council, spoken to over HTTP."""
    api = Served(server, council, stages)
    yield api
    drop(server, api.leave())


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
