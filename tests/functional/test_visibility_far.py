"""The longer ways through the schema lead nobody past what they may see either."""

from collections.abc import Iterator

import pytest

from tests.model.visible import ROLES, Visible, visible
from tests.model.walking import all_ways, is_far, walk
from tests.oracle.paths import Way


@pytest.fixture(scope="module")
def council(server: str, template: str) -> Iterator[Visible]:
    """A dozen cases, and what each role sees of them."""
    with visible(server, template) as found:
        yield found


@pytest.fixture(scope="module")
def ways(council: Visible) -> list[Way]:
    """Every way to a record that is long."""
    return [way for way in all_ways(council) if is_far(way)]


@pytest.mark.parametrize("who", ROLES)
def test_no_long_way_leads_past_what_somebody_may_see(council: Visible, ways: list[Way], who: str) -> None:
    assert walk(council, ways, who) > 50
