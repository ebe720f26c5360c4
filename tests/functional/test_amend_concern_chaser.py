"""Correcting a reminder to social care: one that was entered wrongly does not count."""

import pytest

from tests.functional.api import Api
from tests.functional.concerns import TODAY, tell
from tests.functional.families import CASE, Family

CHASER = "concernChaser { id toWhom note revision enteredWrongly }"
NO_ANSWER = {"why": "No answer.", "decidedBy": "Nobody", "decidedOn": TODAY, "noAnswer": True}


@pytest.fixture
def chased(api: Api, family: Family) -> str:
    """The id of the second reminder of a concern."""
    family.assessing()
    concern = tell(family, family.jake)
    found = [api.do("worker", "chaseConcern", CHASER, concernId=concern, toWhom="Duty desk") for _ in range(2)]
    return str(found[1]["id"])


def test_one_that_was_entered_wrongly_counts_for_nothing(api: Api, family: Family, chased: str) -> None:
    given = {"chaserId": chased, "expectedRevision": 1, "reason": "Another family's.", "enteredWrongly": "It was about the Grays."}

    found = api.do("worker", "amendConcernChaser", CHASER, **given)

    assert (found["revision"], found["enteredWrongly"]) == (2, "It was about the Grays.")
    assert api.events("case", family.case)[-1] == "ConcernChaserAmended"
    asked = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], **NO_ANSWER}
    assert [each["reason"] for each in api.refused("manager", "recordNotTaken", CASE, **asked)] == ["chased_twice"]


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, chased: str) -> None:
    def code(who: str = "worker", **more: object) -> str:
        given = {"chaserId": chased, "expectedRevision": 1, "reason": "Wrong.", **more}
        return str(api.refused(who, "amendConcernChaser", CHASER, **given)[0]["code"])

    assert code(expectedRevision=2, note="They rang.") == "CONFLICT"
    assert code(toWhom="Duty desk") == "ALREADY_DONE"
    assert code(enteredWrongly=None, note="They rang.") == "BAD_USER_INPUT"
    assert code(who="colleague", note="They rang.") == "NOT_PERMITTED"
    assert code(who="southerner", note="They rang.") == "NOT_FOUND"
