"""Correcting what an agency was asked, or what it answered."""

import pytest

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import kinds
from tests.functional.test_ask_agency import QUESTION, asking


@pytest.fixture
def asked(api: Api, family: Family) -> str:
    """The id of a question to the school."""
    family.awaiting_agreement()
    return str(api.do("triage", "askAgency", QUESTION, **asking(family))["id"])


def test_corrects_its_words(api: Api, family: Family, asked: str) -> None:
    given = {"questionId": asked, "expectedRevision": 1, "reason": "A slip.", "question": "Is Mia in school on time?"}

    found = api.do("triage", "amendAgencyQuestion", QUESTION, **given)

    assert (found["revision"], found["question"]) == (2, "Is Mia in school on time?")
    assert "INVOLVEMENT_ANSWER" in kinds(family, "triage")
    assert api.events("case", family.case)[-1] == "AgencyQuestionAmended"


def test_one_that_was_entered_wrongly_waits_for_nothing(api: Api, family: Family, asked: str) -> None:
    given = {"questionId": asked, "expectedRevision": 1, "reason": "A slip.", "enteredWrongly": "Another family's."}

    api.do("triage", "amendAgencyQuestion", QUESTION, **given)

    assert "INVOLVEMENT_ANSWER" not in kinds(family, "triage")


def test_refuses_an_old_revision_nothing_new_what_is_emptied_half_an_answer_and_who_may_not(api: Api, asked: str) -> None:
    def code(who: str = "triage", **more: object) -> str:
        given = {"questionId": asked, "expectedRevision": 1, "reason": "A slip.", **more}
        return str(api.refused(who, "amendAgencyQuestion", QUESTION, **given)[0]["code"])

    assert code(expectedRevision=2, question="Else?") == "CONFLICT"
    assert code(question="Is Jake in school on time?") == "ALREADY_DONE"
    assert code(ground=None) == "BAD_USER_INPUT"
    assert code(answer="Yes.") == "BAD_USER_INPUT"
    assert code(who="colleague", question="Else?") == "NOT_PERMITTED"
    assert code(who="southerner", question="Else?") == "NOT_FOUND"
