"""Correcting the words of a threshold decision, until a second person has approved it."""

import pytest

from service.thresholds.facts import threshold_outcome
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import add_document, decide

DECISION = "thresholdDecision { id revision outcome reasons goesOn }"


@pytest.fixture
def decided(api: Api, family: Family) -> str:
    """The id of a decision against the document, on a case in triage."""
    add_document(api)
    family.in_triage()
    return str(decide(family, 4, "EARLY_HELP_ASSESSMENT")["id"])


def test_corrects_its_words_and_nothing_else(api: Api, family: Family, decided: str) -> None:
    given = {"decisionId": decided, "expectedRevision": 1, "reason": "A slip.", "reasons": "Section 5."}

    found = api.do("triage", "amendThreshold", DECISION, **given)

    assert (found["revision"], found["reasons"], found["outcome"]) == (2, "Section 5.", "EARLY_HELP_ASSESSMENT")
    assert fact(family, threshold_outcome) == "early_help_assessment"
    assert api.events("case", family.case)[-1] == "ThresholdDecisionAmended"
    assert api.last_payload("case", family.case)["before"]["reasons"] == "Section 4."


def test_one_that_is_approved_stays_as_it_was_approved(api: Api, decided: str) -> None:
    api.do("front_door_manager", "approveThreshold", DECISION, decisionId=decided)

    [problem] = api.refused("triage", "amendThreshold", DECISION, decisionId=decided, expectedRevision=1, reason="A slip.", reasons="X.")
    assert (problem["code"], problem["reason"]) == ("REFUSED", "decision_approved")


def test_who_approves_can_say_which_words_they_read(api: Api, decided: str) -> None:
    api.do("triage", "amendThreshold", DECISION, decisionId=decided, expectedRevision=1, reason="A slip.", reasons="Section 5.")

    [problem] = api.refused("front_door_manager", "approveThreshold", DECISION, decisionId=decided, expectedRevision=1)
    assert problem["code"] == "CONFLICT"
    api.do("front_door_manager", "approveThreshold", DECISION, decisionId=decided, expectedRevision=2)


def test_refuses_an_old_revision_nothing_new_what_is_emptied_what_goes_nowhere_and_who_may_not(api: Api, decided: str) -> None:
    def code(who: str = "triage", **more: object) -> str:
        given = {"decisionId": decided, "expectedRevision": 1, "reason": "A slip.", **more}
        return str(api.refused(who, "amendThreshold", DECISION, **given)[0]["code"])

    assert code(expectedRevision=2, reasons="Section 5.") == "CONFLICT"
    assert code(reasons="Section 4.") == "ALREADY_DONE"
    assert code(reasons=None) == "BAD_USER_INPUT"
    assert code(goesOn="The bruise.") == "BAD_USER_INPUT"
    assert code(who="southerner", reasons="Section 5.") == "NOT_FOUND"
