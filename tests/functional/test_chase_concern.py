"""Chasing social care's answer: while a concern waits, and not after."""

import pytest

from tests.functional.api import Api
from tests.functional.concerns import concerns, leave, tell
from tests.functional.families import Family

CHASER = "concernChaser { toWhom note sentBy { name } }"


@pytest.fixture
def sent(family: Family) -> str:
    """The id of a concern that waits."""
    family.assessing()
    return tell(family, family.jake)


def test_keeps_whom_was_reminded(api: Api, family: Family, sent: str) -> None:
    found = api.do("worker", "chaseConcern", CHASER, concernId=sent, toWhom="J. Moss", note="Will ring back.")

    assert found == {"toWhom": "J. Moss", "note": "Will ring back.", "sentBy": {"name": "Priya Nair"}}
    assert concerns(family)[0]["chasers"] == [{"toWhom": "J. Moss"}]
    assert api.events("case", family.case)[-1] == "ConcernChased"


def test_refuses_once_it_is_decided_and_who_may_not(api: Api, family: Family, sent: str) -> None:
    given = {"concernId": sent, "toWhom": "J. Moss"}
    assert [each["code"] for each in api.refused("colleague", "chaseConcern", CHASER, **given)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "chaseConcern", CHASER, **given)] == ["NOT_FOUND"]

    leave(family, family.jake)

    [problem] = api.refused("worker", "chaseConcern", CHASER, **given)
    assert (problem["code"], problem["reason"]) == ("REFUSED", "concern_decided")
