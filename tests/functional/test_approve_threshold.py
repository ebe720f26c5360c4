"""Approving a decision that goes against the document: by somebody else than who made it, and only the one in force."""

import pytest

from service.thresholds.facts import threshold_approved
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import DECISION, add_document, decide, kinds


@pytest.fixture
def against(api: Api, family: Family) -> str:
    """The id of a decision against the document, on a case in triage."""
    add_document(api)
    family.in_triage()
    return str(decide(family, 4, "EARLY_HELP_ASSESSMENT")["id"])


def test_somebody_else_approves_it(api: Api, family: Family, against: str) -> None:
    found = api.do("front_door_manager", "approveThreshold", DECISION, decisionId=against, note="I spoke to social care.")

    assert found["approvedBy"] == {"name": "Marcus Lee"}
    assert fact(family, threshold_approved) is True
    assert "THRESHOLD_APPROVAL" not in kinds(family)
    assert api.events("case", family.case)[-1] == "ThresholdApproved"


def test_who_made_it_cannot_approve_it(api: Api, against: str) -> None:
    [problem] = api.refused("triage", "approveThreshold", DECISION, decisionId=against)

    assert (problem["code"], problem["reason"]) == ("NOT_PERMITTED", "separation")
    assert problem["message"] == "You recorded this decision. Somebody else must approve it."


def test_refuses_a_decision_that_is_approved_replaced_or_follows_the_document(api: Api, family: Family, against: str) -> None:
    api.do("front_door_manager", "approveThreshold", DECISION, decisionId=against)
    assert [each["code"] for each in api.refused("front_door_manager", "approveThreshold", DECISION, decisionId=against)] == [
        "ALREADY_DONE"
    ]

    replaced = decide(family, 4, "SINGLE_AGENCY")["id"]
    plain = decide(family, 2, "SINGLE_AGENCY")["id"]
    reasons = [api.refused("front_door_manager", "approveThreshold", DECISION, decisionId=each)[0]["reason"] for each in (replaced, plain)]
    assert reasons == ["decision_replaced", "no_approval_needed"]


def test_hides_it_from_who_may_not_see_the_case(api: Api, against: str) -> None:
    assert [each["code"] for each in api.refused("southerner", "approveThreshold", DECISION, decisionId=against)] == ["NOT_FOUND"]
