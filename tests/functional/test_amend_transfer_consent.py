"""Correcting whether a record may be passed on: what was written down, not what somebody thinks now."""

import datetime as dt

import pytest

from service.transfers.facts import transfer_consent
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

CONSENT = "transferConsent { id basis revision givenBy { id } how }"


@pytest.fixture
def agreed(api: Api, family: Family) -> str:
    """The id of the mother's yes."""
    family.reviewing()
    given = {"caseId": family.case, "basis": "AGREED", "how": "By telephone.", "givenById": family.mother}
    return str(api.do("worker", "recordTransferConsent", CONSENT, **given)["id"])


def test_corrects_what_was_answered(api: Api, family: Family, agreed: str) -> None:
    assert fact(family, transfer_consent) is True

    found = api.do("worker", "amendTransferConsent", CONSENT, consentId=agreed, expectedRevision=1, reason="Misheard.", basis="REFUSED")

    assert (found["revision"], found["basis"], found["givenBy"]) == (2, "REFUSED", {"id": family.mother})
    assert fact(family, transfer_consent) is False
    assert api.events("case", family.case)[-1] == "TransferConsentAmended"


def test_a_safeguarding_reason_names_nobody(api: Api, agreed: str) -> None:
    given = {"consentId": agreed, "expectedRevision": 1, "reason": "She was not asked.", "basis": "SAFEGUARDING"}

    assert [each["path"] for each in api.refused("worker", "amendTransferConsent", CONSENT, **given)] == [["givenById"]]
    found = api.do("worker", "amendTransferConsent", CONSENT, **given, givenById=None)
    assert (found["basis"], found["givenBy"]) == ("SAFEGUARDING", None)


def test_refuses_an_old_revision_nothing_new_what_is_emptied_a_day_ahead_and_who_may_not(api: Api, agreed: str) -> None:
    def code(who: str = "worker", **more: object) -> str:
        given = {"consentId": agreed, "expectedRevision": 1, "reason": "Wrong.", **more}
        return str(api.refused(who, "amendTransferConsent", CONSENT, **given)[0]["code"])

    assert code(expectedRevision=2, how="By letter.") == "CONFLICT"
    assert code(basis="AGREED") == "ALREADY_DONE"
    assert code(how=None) == "BAD_USER_INPUT"
    assert code(answeredOn=(dt.date.today() + dt.timedelta(days=2)).isoformat()) == "BAD_USER_INPUT"
    assert code(who="colleague", how="By letter.") == "NOT_PERMITTED"
    assert code(who="southerner", how="By letter.") == "NOT_FOUND"
