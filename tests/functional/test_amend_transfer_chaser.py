"""Correcting a reminder to the other council: one that was entered wrongly does not count."""

import pytest

from service.transfers.facts import transfer_answered
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.transfers import CHASER, chase, offer


@pytest.fixture
def chased(api: Api, family: Family) -> str:
    """The id of the second reminder, of an offer whose ten working days are over."""
    offered = offer(family)
    chase(family, offered)
    api.sql("UPDATE transfer_offer SET wait_until = now() - interval '1 second'")
    return chase(family, offered)


def test_one_that_was_entered_wrongly_counts_for_nothing(api: Api, family: Family, chased: str) -> None:
    assert fact(family, transfer_answered) is True
    given = {"chaserId": chased, "expectedRevision": 1, "reason": "Another family's.", "enteredWrongly": "It was about the Grays."}

    found = api.do("worker", "amendTransferChaser", CHASER, **given)

    assert (found["revision"], found["enteredWrongly"]) == (2, "It was about the Grays.")
    assert fact(family, transfer_answered) is False
    assert api.events("case", family.case)[-1] == "TransferChaserAmended"


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, chased: str) -> None:
    def code(who: str = "worker", **more: object) -> str:
        given = {"chaserId": chased, "expectedRevision": 1, "reason": "Wrong.", **more}
        return str(api.refused(who, "amendTransferChaser", CHASER, **given)[0]["code"])

    assert code(expectedRevision=2, note="They rang.") == "CONFLICT"
    assert code(toWhom="Devon front door") == "ALREADY_DONE"
    assert code(toWhom=None) == "BAD_USER_INPUT"
    assert code(who="colleague", note="They rang.") == "NOT_PERMITTED"
    assert code(who="southerner", note="They rang.") == "NOT_FOUND"
