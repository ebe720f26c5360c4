"""A threshold decision: against the document in force, for every child, the last one in force."""

import pytest

from service.thresholds.facts import level_after_assessment, threshold_approved, threshold_outcome
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.assessments import write_all
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.recording import DECISION, add_document, decide, deciding, find_early_help, kinds


@pytest.fixture
def asked(api: Api, family: Family) -> Family:
    """The family, on a case in triage; and the council has a threshold document."""
    add_document(api)
    family.in_triage()
    return family


def test_decides_against_the_document_in_force(api: Api, asked: Family) -> None:
    assert fact(asked, threshold_outcome) == "none"

    found = decide(asked, 2, "EARLY_HELP_ASSESSMENT")

    assert (found["level"], found["needsApproval"]) == (2, False)
    assert found["document"] == {"title": "Northmere thresholds, version 3"}
    assert found["children"] == [{"level": 2}, {"level": 2}]
    assert api.events("case", asked.case)[-1] == "ThresholdDecided"
    assert (fact(asked, threshold_outcome), fact(asked, threshold_approved)) == ("early_help_assessment", True)


def test_keeps_what_it_rests_on_and_who_was_told(api: Api, asked: Family) -> None:
    said = {"sourcesAsked": "The school: on time.", "familyView": "They want help.", "familyTold": "On the day, by telephone."}
    said |= {
        "referrerView": "Worried.",
        "notKnown": "The father's view.",
        "disagreement": "The school would go further.",
        "analysis": "Tired.",
    }
    selection = f"thresholdDecision {{ {' '.join(said)} familyAgreedToChecks revision }}"

    found = api.do("triage", "recordThreshold", selection, **deciding(asked, 2, "SINGLE_AGENCY", **said, familyAgreedToChecks=True))

    assert found == {**said, "familyAgreedToChecks": True, "revision": 1}


def test_the_case_goes_by_the_highest_level_and_the_last_decision(api: Api, asked: Family) -> None:
    decide(asked, 1, "UNIVERSAL")
    levels = [{"personId": asked.jake, "level": 1}, {"personId": asked.mia, "level": 3}]

    found = decide(asked, 1, "EARLY_HELP_ASSESSMENT", levels=levels)

    assert (found["level"], fact(asked, threshold_outcome)) == (3, "early_help_assessment")
    seen = api.ask("triage", "query($id: ID!) { case(id: $id) { thresholdDecisions { outcome } } }", id=asked.case)
    assert seen["case"]["thresholdDecisions"] == [{"outcome": "EARLY_HELP_ASSESSMENT"}, {"outcome": "UNIVERSAL"}]


def test_a_second_person_is_asked_when_it_goes_against_the_document_until_the_next_decision(asked: Family) -> None:
    assert decide(asked, 4, "EARLY_HELP_ASSESSMENT")["needsApproval"]
    assert fact(asked, threshold_approved) is False
    assert "THRESHOLD_APPROVAL" in kinds(asked)

    decide(asked, 4, "SOCIAL_CARE_ASSESSMENT", goesOn="The bruise on Jake's arm.")

    assert fact(asked, threshold_approved) is True
    assert "THRESHOLD_APPROVAL" not in kinds(asked)


def test_the_level_after_assessment_is_that_of_the_present_one(api: Api, family: Family) -> None:
    add_document(api)
    family.assessing()
    assert fact(family, level_after_assessment) is None

    decide(family, 3, "EARLY_HELP_ASSESSMENT", who="worker", basis="ASSESSMENT")
    assert fact(family, level_after_assessment) == 3
    write_all(family)
    for who, trigger in (("worker", "submit"), ("manager", "sign_off")):
        family.move(who, trigger)
    assert fact(family, level_after_assessment) == 3


def test_refuses_children_left_out_strangers_and_levels_that_are_none(api: Api, asked: Family) -> None:
    stranger = asked.person("Noor", "CHILD", birthDate="2016-01-01")
    levels = [{"personId": asked.jake, "level": 5}, {"personId": stranger, "level": 1}]

    problems = api.refused("triage", "recordThreshold", DECISION, **deciding(asked, 1, "UNIVERSAL", levels=levels))

    assert [each["path"] for each in problems] == [["levels", "0", "level"], ["levels", "1", "personId"], ["levels"]]


def test_says_what_goes_on_to_social_care_when_it_is_to_assess_and_only_then(api: Api, asked: Family) -> None:
    [missing] = api.refused("triage", "recordThreshold", DECISION, **deciding(asked, 4, "SOCIAL_CARE_ASSESSMENT"))
    [too_much] = api.refused("triage", "recordThreshold", DECISION, **deciding(asked, 1, "UNIVERSAL", goesOn="Everything."))

    assert (missing["path"], too_much["path"]) == (["goesOn"], ["goesOn"])


def test_refuses_without_a_document_and_who_may_not(api: Api, family: Family) -> None:
    family.in_triage()

    [problem] = api.refused("triage", "recordThreshold", DECISION, **deciding(family, 2, "SINGLE_AGENCY"))
    assert (problem["code"], problem["reason"]) == ("REFUSED", "threshold_document")

    add_document(api)
    assert [each["code"] for each in api.refused("southerner", "recordThreshold", DECISION, **deciding(family, 2, "SINGLE_AGENCY"))] == [
        "NOT_FOUND"
    ]
    find_early_help(family)
    family.step("triage", "acceptRequest", teamId=gid("team", "North Family Team"))
    assert [each["code"] for each in api.refused("worker", "recordThreshold", DECISION, **deciding(family, 2, "SINGLE_AGENCY"))] == [
        "NOT_PERMITTED"
    ]
