"""Proposing to a manager that a case is closed: one proposal waits at a time, and the case goes on."""

from typing import Any

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import kinds

PROPOSAL = "closureProposal { id reason why revision agreed withdrawn answerNote proposedBy { name } answeredBy { name } }"


def proposing(family: Family, **more: Any) -> dict[str, Any]:
    """Return the input of a proposal."""
    return {"caseId": family.case, "closureReason": "NEEDS_MET", "why": "Both are in school on time.", **more}


def test_waits_for_a_manager_and_the_case_goes_on(api: Api, family: Family) -> None:
    family.reviewing()

    found = api.do("worker", "proposeClosure", PROPOSAL, **proposing(family))

    assert (found["reason"], found["agreed"], found["proposedBy"]) == ("NEEDS_MET", None, {"name": "Priya Nair"})
    assert "CLOSURE_AGREEMENT" in kinds(family, "worker")
    assert family.state() == "reviewing"
    assert api.events("case", family.case)[-1] == "ClosureProposed"


def test_refuses_a_second_one_while_one_waits(api: Api, family: Family) -> None:
    family.reviewing()
    api.do("worker", "proposeClosure", PROPOSAL, **proposing(family))

    [problem] = api.refused("worker", "proposeClosure", PROPOSAL, **proposing(family, closureReason="SINGLE_AGENCY"))
    assert (problem["code"], problem["path"]) == ("ALREADY_DONE", ["caseId"])


def test_refuses_who_may_not(api: Api, family: Family) -> None:
    family.reviewing()

    codes = {
        who: [each["code"] for each in api.refused(who, "proposeClosure", PROPOSAL, **proposing(family))]
        for who in ("manager", "colleague", "southerner")
    }
    assert codes == {"manager": ["NOT_PERMITTED"], "colleague": ["NOT_PERMITTED"], "southerner": ["NOT_FOUND"]}
