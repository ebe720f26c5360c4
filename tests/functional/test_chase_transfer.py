"""Reminding the other council: two reminders and ten working days stand for an answer."""

import pytest

from service.transfers.facts import transfer_answered
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.transfers import ANSWER, CHASER, OFFER, chase, offer


@pytest.fixture
def offered(family: Family) -> str:
    """The id of an offer to Devon."""
    return offer(family)


def test_keeps_whom_was_reminded(api: Api, family: Family, offered: str) -> None:
    found = api.do("worker", "chaseTransfer", CHASER, offerId=offered, toWhom="Devon front door", note="Will ring back.")

    assert (found["toWhom"], found["note"], found["sentBy"]) == ("Devon front door", "Will ring back.", {"name": "Priya Nair"})
    assert api.events("case", family.case)[-1] == "TransferChased"


@pytest.mark.parametrize(("chasers", "is_over", "counts"), [(1, True, False), (2, False, False), (2, True, True)])
def test_two_chasers_and_ten_working_days_stand_for_an_answer(
    api: Api, family: Family, offered: str, chasers: int, is_over: bool, counts: bool
) -> None:
    for _ in range(chasers):
        chase(family, offered)
    if is_over:
        api.sql("UPDATE transfer_offer SET wait_until = now() - interval '1 second'")

    assert fact(family, transfer_answered) is counts


def test_refuses_once_it_is_answered_and_who_may_not(api: Api, offered: str) -> None:
    given = {"offerId": offered, "toWhom": "Devon front door"}
    assert [each["code"] for each in api.refused("colleague", "chaseTransfer", CHASER, **given)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "chaseTransfer", CHASER, **given)] == ["NOT_FOUND"]

    api.do("worker", "recordTransferAnswer", OFFER, offerId=offered, **ANSWER)

    [problem] = api.refused("worker", "chaseTransfer", CHASER, **given)
    assert (problem["code"], problem["reason"]) == ("REFUSED", "transfer_answered")
