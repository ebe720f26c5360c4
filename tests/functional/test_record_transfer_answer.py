"""What the other council answered to an offer: yes and acknowledged count, no does not."""

import datetime as dt

import pytest

from service.transfers.facts import transfer_answered
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import kinds
from tests.functional.transfers import ANSWER, OFFER, offer


@pytest.fixture
def offered(family: Family) -> str:
    """The id of an offer to Devon."""
    return offer(family)


@pytest.mark.parametrize(("answer", "counts"), [("ACCEPTED", True), ("ACKNOWLEDGED", True), ("DECLINED", False)])
def test_an_answer_ends_the_wait(api: Api, family: Family, offered: str, answer: str, counts: bool) -> None:
    found = api.do("worker", "recordTransferAnswer", OFFER, offerId=offered, **{**ANSWER, "answer": answer})

    assert (found["answer"], found["revision"]) == (answer, 2)
    assert fact(family, transfer_answered) is counts
    assert "RECEIVING_COUNCIL" not in kinds(family, "worker")
    assert api.events("case", family.case)[-1] == "TransferAnswered"


def test_refuses_a_second_answer(api: Api, offered: str) -> None:
    api.do("worker", "recordTransferAnswer", OFFER, offerId=offered, **ANSWER)

    [problem] = api.refused("worker", "recordTransferAnswer", OFFER, offerId=offered, **{**ANSWER, "answer": "DECLINED"})
    assert (problem["code"], problem["path"]) == ("ALREADY_DONE", ["offerId"])


def test_an_answer_is_not_of_a_day_before_the_offer_and_not_of_who_may_not(api: Api, offered: str) -> None:
    early = {**ANSWER, "answeredOn": (dt.date.today() - dt.timedelta(days=3)).isoformat()}

    [problem] = api.refused("worker", "recordTransferAnswer", OFFER, offerId=offered, **early)
    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["answeredOn"])
    assert [each["code"] for each in api.refused("colleague", "recordTransferAnswer", OFFER, offerId=offered, **ANSWER)] == [
        "NOT_PERMITTED"
    ]
