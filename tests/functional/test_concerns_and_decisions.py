"""A concern waits until social care has decided about each of its children; the case itself stays where it is."""

import pytest

from service.concerns.facts import (
    children_not_taken,
    escalation_decided_by,
    escalation_decided_on,
    escalation_decision,
    escalation_open,
    escalation_route,
    escalation_sent_on,
)
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.concerns import TODAY, TOLD, concerns, leave, seen, take, tell
from tests.functional.families import CASE, Family
from tests.functional.recording import kinds

NOT_TAKEN = {"why": "No answer.", "decidedBy": "Nobody", "decidedOn": TODAY, "noAnswer": True}


@pytest.fixture
def assessing(family: Family) -> Family:
    """The family, on a case under assessment."""
    family.assessing()
    return family


def waits_for_social_care(family: Family) -> bool:
    return "SOCIAL_CARE_DECISION" in kinds(family, "worker")


def test_a_concern_is_kept_and_waits_with_a_clock_of_its_own(api: Api, assessing: Family) -> None:
    assert (fact(assessing, escalation_open), fact(assessing, escalation_sent_on)) == (False, None)

    tell(assessing, assessing.jake)

    [concern] = concerns(assessing)
    assert (concern["isOpen"], concern["urgency"], concern["children"]) == (True, "NOW", [{"id": assessing.jake}])
    assert (fact(assessing, escalation_open), fact(assessing, escalation_sent_on)) == (True, TODAY)
    assert waits_for_social_care(assessing)
    assert assessing.state() == "assessing"


def test_it_waits_until_every_child_has_an_answer(assessing: Family) -> None:
    tell(assessing, *assessing.children)

    take(assessing, assessing.jake)
    assert (fact(assessing, escalation_open), waits_for_social_care(assessing)) == (True, True)
    assert fact(assessing, children_not_taken) == ["Mia"]

    leave(assessing, assessing.mia)
    assert (fact(assessing, escalation_open), waits_for_social_care(assessing)) == (False, False)
    assert fact(assessing, children_not_taken) == ["Mia"]


def test_the_last_decision_says_what_when_and_by_whom(assessing: Family) -> None:
    assert (fact(assessing, escalation_decision), fact(assessing, escalation_route)) == ("none", None)
    assert sorted(fact(assessing, children_not_taken)) == ["Jake", "Mia"]

    tell(assessing, *assessing.children)
    leave(assessing, *assessing.children, disagreement="We see it otherwise.")
    assert fact(assessing, escalation_decision) == "not_taken"
    tell(assessing, *assessing.children)
    take(assessing, *assessing.children, route="CHILD_PROTECTION")

    assert (fact(assessing, escalation_decision), fact(assessing, escalation_route)) == ("taken", "child_protection")
    assert (fact(assessing, escalation_decided_on), fact(assessing, escalation_decided_by)) == (TODAY, "J. Moss, team manager")
    assert fact(assessing, children_not_taken) == []
    assert [each["taken"] for each in seen(assessing)["socialCareDecisions"]] == [True, False]


def test_a_later_concern_waits_although_an_earlier_one_is_decided(assessing: Family) -> None:
    tell(assessing, assessing.jake)
    leave(assessing, assessing.jake)
    tell(assessing, assessing.jake)

    assert [each["isOpen"] for each in concerns(assessing)] == [True, False]
    assert fact(assessing, escalation_open) is True


def test_a_manager_records_no_answer_after_two_chasers(api: Api, assessing: Family) -> None:
    concern = tell(assessing, assessing.jake)
    given = {"caseId": assessing.case, "childIds": [assessing.jake], **NOT_TAKEN}

    problems = api.refused("worker", "recordNotTaken", CASE, expectedVersion=assessing.version(), **given)
    assert [each["reason"] for each in problems] == ["chased_twice", "manager_records_no_answer"]

    for _ in range(2):
        api.do("worker", "chaseConcern", "concernChaser { toWhom }", concernId=concern, toWhom="Duty desk")
    api.do("manager", "recordNotTaken", CASE, expectedVersion=assessing.version(), **given)
    assert seen(assessing)["socialCareDecisions"][0]["noAnswer"] is True
    assert fact(assessing, escalation_open) is False


def test_the_event_and_the_row_are_one_change(api: Api, assessing: Family) -> None:
    """A concern sent twice with one key is one concern."""
    given = {"caseId": assessing.case, "expectedVersion": assessing.version(), "childIds": [assessing.jake], **TOLD}
    for _ in range(2):
        api.do("worker", "escalate", CASE, idempotencyKey="once", **given)

    assert len(concerns(assessing)) == 1
    assert api.events("case", assessing.case).count("ConcernEscalated") == 1
