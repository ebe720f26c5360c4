"""Writing a proposal to close a case anew while it waits, or withdrawing it."""

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


def test_writes_it_anew(api: Api, family: Family, proposed: str) -> None:
    given = {"proposalId": proposed, "expectedRevision": 1, "closureReason": "SINGLE_AGENCY"}

    found = api.do("worker", "amendClosureProposal", PROPOSAL, **given)

    assert (found["revision"], found["reason"]) == (2, "SINGLE_AGENCY")
    assert "CLOSURE_AGREEMENT" in kinds(family, "worker")
    assert api.events("case", family.case)[-1] == "ClosureProposalAmended"


def test_one_that_is_withdrawn_waits_for_nobody_and_makes_way_for_another(api: Api, family: Family, proposed: str) -> None:
    api.do("worker", "amendClosureProposal", PROPOSAL, proposalId=proposed, expectedRevision=1, withdrawn="Mia is late again.")

    assert "CLOSURE_AGREEMENT" not in kinds(family, "worker")
    again = {"proposalId": proposed, "expectedRevision": 2, "why": "Else."}
    assert [each["reason"] for each in api.refused("worker", "amendClosureProposal", PROPOSAL, **again)] == ["proposal_withdrawn"]
    [problem] = api.refused("manager", "answerClosureProposal", PROPOSAL, proposalId=proposed, agreed=True)
    assert problem["reason"] == "proposal_withdrawn"
    api.do("worker", "proposeClosure", PROPOSAL, **proposing(family))


def test_one_that_is_answered_stays_as_it_was_answered(api: Api, proposed: str) -> None:
    api.do("manager", "answerClosureProposal", PROPOSAL, proposalId=proposed, agreed=True)

    again = {"proposalId": proposed, "expectedRevision": 1, "why": "Else."}
    assert [each["reason"] for each in api.refused("worker", "amendClosureProposal", PROPOSAL, **again)] == ["proposal_answered"]


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, proposed: str) -> None:
    def code(who: str = "worker", **more: object) -> str:
        given = {"proposalId": proposed, "expectedRevision": 1, **more}
        return str(api.refused(who, "amendClosureProposal", PROPOSAL, **given)[0]["code"])

    assert code(expectedRevision=2, why="Else.") == "CONFLICT"
    assert code(closureReason="NEEDS_MET") == "ALREADY_DONE"
    assert code(why=None) == "BAD_USER_INPUT"
    assert code(who="colleague", why="Else.") == "NOT_PERMITTED"
    assert code(who="southerner", why="Else.") == "NOT_FOUND"
