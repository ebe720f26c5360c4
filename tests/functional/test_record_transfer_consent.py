"""Whether the record may be passed on: the last answer counts, and a safeguarding reason stands for one."""

import datetime as dt
from typing import Any

import pytest

from service.transfers.facts import transfer_consent
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

CONSENT = "transferConsent { id basis givenBy { id } answeredOn }"


@pytest.fixture
def reviewing(family: Family) -> Family:
    """The family, on a case in review."""
    family.reviewing()
    return family


def answered(family: Family, basis: str, **more: Any) -> dict[str, Any]:
    return {"caseId": family.case, "basis": basis, "how": "By telephone.", **more}


def test_the_last_answer_counts(api: Api, reviewing: Family) -> None:
    assert fact(reviewing, transfer_consent) is False
    api.do("worker", "recordTransferConsent", CONSENT, **answered(reviewing, "AGREED", givenById=reviewing.mother))
    assert fact(reviewing, transfer_consent) is True

    api.do("worker", "recordTransferConsent", CONSENT, **answered(reviewing, "REFUSED", givenById=reviewing.mother))
    assert fact(reviewing, transfer_consent) is False
    api.do("manager", "recordTransferConsent", CONSENT, **answered(reviewing, "SAFEGUARDING"))
    assert fact(reviewing, transfer_consent) is True
    assert api.events("case", reviewing.case)[-1] == "TransferConsentRecorded"


def test_refuses_strangers_days_ahead_and_who_may_not(api: Api, reviewing: Family) -> None:
    stranger = reviewing.person("Noor", "ADULT")
    ahead = (dt.date.today() + dt.timedelta(days=2)).isoformat()
    given = answered(reviewing, "AGREED", givenById=stranger, answeredOn=ahead)

    problems = api.refused("worker", "recordTransferConsent", CONSENT, **given)
    assert [each["path"] for each in problems] == [["givenById"], ["answeredOn"]]
    given = answered(reviewing, "SAFEGUARDING")
    assert [each["code"] for each in api.refused("colleague", "recordTransferConsent", CONSENT, **given)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "recordTransferConsent", CONSENT, **given)] == ["NOT_FOUND"]
