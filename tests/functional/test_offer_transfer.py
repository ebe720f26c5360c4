"""Offering a case to another council, which has ten working days to answer."""

import datetime as dt

import pytest

from service.transfers.facts import receiving_council, transfer_answered, transfer_wait_until
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import kinds
from tests.functional.transfers import ANSWER, OFFER, offer


@pytest.fixture
def reviewing(family: Family) -> Family:
    """The family, on a case in review."""
    family.reviewing()
    return family


def test_offers_the_case_and_waits(api: Api, reviewing: Family) -> None:
    assert (fact(reviewing, receiving_council), fact(reviewing, transfer_answered)) == (None, False)

    found = api.do("worker", "offerTransfer", OFFER, caseId=reviewing.case, council="878")

    assert (found["council"], found["councilName"], found["answer"]) == ("878", "Devon", None)
    assert (fact(reviewing, receiving_council), fact(reviewing, transfer_answered)) == ("878", False)
    assert dt.date.fromisoformat(fact(reviewing, transfer_wait_until)) >= dt.date.today() + dt.timedelta(days=14)
    assert "RECEIVING_COUNCIL" in kinds(reviewing, "worker")
    assert api.events("case", reviewing.case)[-1] == "TransferOffered"


def test_a_later_offer_takes_the_place_of_the_one_before(api: Api, family: Family) -> None:
    first = offer(family)

    api.do("worker", "offerTransfer", OFFER, caseId=family.case, council="933")

    api.do("worker", "recordTransferAnswer", OFFER, offerId=first, **ANSWER)
    assert (fact(family, receiving_council), fact(family, transfer_answered)) == ("933", False)
    assert kinds(family, "worker").count("RECEIVING_COUNCIL") == 1


def test_refuses_ones_own_council_unknown_ones_and_who_may_not(api: Api, reviewing: Family) -> None:
    def code(who: str, council: str) -> tuple[str, list[str]]:
        [problem] = api.refused(who, "offerTransfer", OFFER, caseId=reviewing.case, council=council)
        return problem["code"], problem["path"]

    assert code("worker", "999") == code("worker", "000") == ("BAD_USER_INPUT", ["council"])
    assert code("colleague", "878") == ("NOT_PERMITTED", [])
    assert code("southerner", "878") == ("NOT_FOUND", [])
