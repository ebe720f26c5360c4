"""Correcting a concern: its words, or that it should never have been entered."""

import pytest

from service.concerns.facts import escalation_open
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.concerns import concerns, tell
from tests.functional.families import Family
from tests.functional.recording import kinds

CONCERN = "concern { id revision urgency enteredWrongly isOpen }"


@pytest.fixture
def sent(family: Family) -> str:
    """The id of a concern that waits."""
    family.assessing()
    return tell(family, family.jake)


def test_corrects_its_words(api: Api, family: Family, sent: str) -> None:
    found = api.do("worker", "amendConcern", CONCERN, concernId=sent, expectedRevision=1, reason="Wrong box.", urgency="TODAY")

    assert (found["revision"], found["urgency"], found["isOpen"]) == (2, "TODAY", True)
    assert "SOCIAL_CARE_DECISION" in kinds(family, "worker")
    assert api.last_payload("case", family.case)["before"]["urgency"] == "now"


def test_one_that_was_entered_wrongly_waits_for_nothing(api: Api, family: Family, sent: str) -> None:
    given = {"concernId": sent, "expectedRevision": 1, "reason": "Another child."}

    api.do("worker", "amendConcern", CONCERN, **given, enteredWrongly="It was about a child of another school.")

    assert (fact(family, escalation_open), concerns(family)[0]["isOpen"]) == (False, False)
    assert "SOCIAL_CARE_DECISION" not in kinds(family, "worker")


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, sent: str) -> None:
    given = {"concernId": sent, "expectedRevision": 1, "reason": "Wrong.", "urgency": "SOON"}

    def code(who: str = "worker", **more: object) -> str:
        return str(api.refused(who, "amendConcern", CONCERN, **{**given, **more})[0]["code"])

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(urgency="NOW") == "ALREADY_DONE"
    assert code(concern=None) == "BAD_USER_INPUT"
    assert code(who="colleague") == "NOT_PERMITTED"
    assert code(who="southerner") == "NOT_FOUND"
