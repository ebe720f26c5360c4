"""Correcting a decision of social care; one that was entered wrongly answers nothing."""

import pytest

from service.concerns.facts import escalation_decision, escalation_open
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.concerns import leave, seen, take, tell
from tests.functional.families import Family
from tests.functional.recording import kinds

DECISION = "socialCareDecision { id revision taken route why enteredWrongly }"


@pytest.fixture
def decided(family: Family) -> str:
    """The id of a decision not to take a child, about whom social care was told."""
    family.assessing()
    tell(family, family.jake)
    leave(family, family.jake)
    return str(seen(family)["socialCareDecisions"][0]["id"])


def test_corrects_its_words(api: Api, family: Family, decided: str) -> None:
    given = {"decisionId": decided, "expectedRevision": 1, "reason": "Misread."}

    found = api.do("worker", "amendSocialCareDecision", DECISION, **given, why="Another team has him.")

    assert (found["revision"], found["taken"], found["why"]) == (2, False, "Another team has him.")
    assert fact(family, escalation_open) is False
    assert api.events("case", family.case)[-1] == "SocialCareDecisionAmended"


def test_what_a_wrong_entry_answered_waits_again(api: Api, family: Family, decided: str) -> None:
    assert "SOCIAL_CARE_DECISION" not in kinds(family, "worker")
    given = {"decisionId": decided, "expectedRevision": 1, "reason": "Another case."}

    api.do("worker", "amendSocialCareDecision", DECISION, **given, enteredWrongly="It was about another Jake.")

    assert (fact(family, escalation_open), fact(family, escalation_decision)) == (True, "none")
    assert "SOCIAL_CARE_DECISION" in kinds(family, "worker")


def test_a_decision_to_take_keeps_its_route(api: Api, family: Family, decided: str) -> None:
    take(family, family.mia)
    taken = seen(family)["socialCareDecisions"][0]["id"]
    given = {"decisionId": taken, "expectedRevision": 1, "reason": "Wrong box."}

    [problem] = api.refused("worker", "amendSocialCareDecision", DECISION, **given, route=None)
    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["route"])
    found = api.do("worker", "amendSocialCareDecision", DECISION, **given, route="LOOKED_AFTER")
    assert found["route"] == "LOOKED_AFTER"


def test_refuses_an_old_revision_nothing_new_and_who_may_not(api: Api, decided: str) -> None:
    given = {"decisionId": decided, "expectedRevision": 1, "reason": "Wrong.", "advice": "Ring the clinic."}

    def code(who: str = "worker", **more: object) -> str:
        return str(api.refused(who, "amendSocialCareDecision", DECISION, **{**given, **more})[0]["code"])

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(advice=None) == "ALREADY_DONE"
    assert code(who="colleague") == "NOT_PERMITTED"
    assert code(who="southerner") == "NOT_FOUND"
