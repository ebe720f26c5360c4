"""Correcting a safeguarding check: with another day it counts until another day."""

import datetime as dt

import pytest

from service.safeguarding.facts import safeguarding_check
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

CHECK = "safeguardingCheck { id revision atRisk checkedOn }"


@pytest.fixture
def checked(api: Api, family: Family) -> str:
    """The id of a check of today."""
    family.awaiting_agreement()
    given = {"caseId": family.case, "atRisk": "NO", "risk": "Grandparents look in.", "done": "School watches."}
    return str(api.do("worker", "recordSafeguardingCheck", CHECK, **given)["id"])


def test_corrects_its_day(api: Api, family: Family, checked: str) -> None:
    then = (dt.date.today() - dt.timedelta(days=30)).isoformat()

    found = api.do("worker", "amendSafeguardingCheck", CHECK, checkId=checked, expectedRevision=1, reason="Wrong month.", checkedOn=then)

    assert (found["revision"], found["checkedOn"]) == (2, then)
    assert fact(family, safeguarding_check) is False
    assert api.events("case", family.case)[-1] == "SafeguardingCheckAmended"


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, checked: str) -> None:
    given = {"checkId": checked, "expectedRevision": 1, "reason": "Wrong.", "atRisk": "YES"}

    def code(who: str = "worker", **more: object) -> str:
        return str(api.refused(who, "amendSafeguardingCheck", CHECK, **{**given, **more})[0]["code"])

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(atRisk="NO") == "ALREADY_DONE"
    assert code(risk=None) == "BAD_USER_INPUT"
    assert code(who="colleague") == "NOT_PERMITTED"
    assert code(who="southerner") == "NOT_FOUND"
