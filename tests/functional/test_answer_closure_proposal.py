"""Answering somebody else's proposal to close a case: yes, or no and why. It moves nothing."""

import pytest

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import kinds
from tests.functional.test_propose_closure import PROPOSAL, proposing


@pytest.fixture
def proposed(api: Api, family: Family) -> str:
    """The id of a proposal that waits."""
    family.reviewing()
    return str(api.do("worker", "proposeClosure", PROPOSAL, **proposing(family))["id"])


@pytest.mark.parametrize(("agreed", "note"), [(True, None), (False, "Wait for the summer term.")])
def test_an_answer_ends_the_wait_and_moves_nothing(api: Api, family: Family, proposed: str, agreed: bool, note: str | None) -> None:
    found = api.do("manager", "answerClosureProposal", PROPOSAL, proposalId=proposed, agreed=agreed, note=note)

    assert (found["agreed"], found["answerNote"], found["answeredBy"]) == (agreed, note, {"name": "Dawn Fry"})
    assert "CLOSURE_AGREEMENT" not in kinds(family, "worker")
    assert family.state() == "reviewing"
    assert api.events("case", family.case)[-1] == "ClosureProposalAnswered"


def test_who_proposed_it_cannot_answer_it(api: Api, family: Family) -> None:
    family.reviewing_with_the_manager_as_lead()
    proposed = api.do("manager", "proposeClosure", PROPOSAL, **proposing(family))["id"]

    [problem] = api.refused("manager", "answerClosureProposal", PROPOSAL, proposalId=proposed, agreed=True)

    assert (problem["code"], problem["reason"]) == ("NOT_PERMITTED", "separation")
    assert problem["message"] == "You proposed the closure. Somebody else must answer it."


def test_refuses_a_no_without_its_reason_an_old_revision_a_second_answer_and_who_may_not(api: Api, proposed: str) -> None:
    def code(who: str = "manager", **more: object) -> str:
        given = {"proposalId": proposed, "agreed": True, **more}
        return str(api.refused(who, "answerClosureProposal", PROPOSAL, **given)[0]["code"])

    assert code(agreed=False) == "BAD_USER_INPUT"
    assert code(expectedRevision=2) == "CONFLICT"
    assert code(who="worker") == "NOT_PERMITTED"
    assert code(who="southerner") == "NOT_FOUND"
    api.do("manager", "answerClosureProposal", PROPOSAL, proposalId=proposed, agreed=True, expectedRevision=1)
    assert code(agreed=False, note="No.") == "ALREADY_DONE"
