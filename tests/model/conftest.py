"""The service in this process, on a council's database for all runs of the model."""

import asyncio
import datetime as dt
from collections.abc import Iterator

import pytest

from tests.conftest import fresh, other_database
from tests.functional.council import fill
from tests.model.inside import Inside, inside

pytest.register_assert_rewrite("tests.model.acting", "tests.model.house", "tests.model.machine")


LABELS = {"label1": "Universal", "label2": "Early Help", "label3": "Targeted Help", "label4": "Specialist"}


def add_document(service: Inside) -> None:
    """Add the council's threshold document, long before the first case."""
    service.at(dt.datetime(2025, 6, 2, 9, tzinfo=dt.UTC))
    given = {"title": "Northmere thresholds", "inForceFrom": "2025-06-02", **LABELS}
    service.do("administrator", "addThresholdDocument", "thresholdDocument { id }", **given)


@pytest.fixture(scope="session")
def modelled(server: str, template: str) -> Iterator[Inside]:
    """The service in this process, with the council in its database."""
    with fresh(server, template) as name:
        url = other_database(server, name)
        asyncio.run(fill(url))
        with inside(url, most=2, watched=False) as found:
            add_document(found)
            yield found
