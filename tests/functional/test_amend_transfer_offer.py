"""Correcting an offer to another council, or the answer to it."""

from typing import Any

import pytest

from service.transfers.facts import receiving_council
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.transfers import OFFER, offer


@pytest.fixture
def offered(family: Family) -> str:
    """The id of an offer to Devon."""
    return offer(family)


def test_corrects_an_offer(api: Api, family: Family, offered: str) -> None:
    given = {"offerId": offered, "expectedRevision": 1, "reason": "Another county."}

    found = api.do("worker", "amendTransferOffer", OFFER, **given, council="933")

    assert (found["council"], found["revision"], fact(family, receiving_council)) == ("933", 2, "933")
    assert api.events("case", family.case)[-1] == "TransferOfferAmended"


def test_refuses_a_correction_that_is_old_or_empty_or_halves_an_answer(api: Api, offered: str) -> None:
    given: dict[str, Any] = {"offerId": offered, "expectedRevision": 1, "reason": "Wrong."}

    def code(who: str = "worker", **more: object) -> tuple[str, list[str]]:
        [problem] = api.refused(who, "amendTransferOffer", OFFER, **{**given, **more})
        return problem["code"], problem["path"]

    assert code(expectedRevision=2, note="Sent again.") == ("CONFLICT", ["expectedRevision"])
    assert code(council="878") == ("ALREADY_DONE", [])
    assert code(council=None) == ("BAD_USER_INPUT", ["council"])
    assert code(answer="ACCEPTED") == ("BAD_USER_INPUT", ["answer"])
    assert code(who="southerner", note="Else.") == ("NOT_FOUND", [])
