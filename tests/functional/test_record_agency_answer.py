"""What an agency answered: it ends the wait."""

import datetime as dt
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import TODAY, kinds
from tests.functional.test_ask_agency import QUESTION, asking

ANSWER = {"answer": "On time since March.", "answeredBy": "Helen Shaw, deputy head", "answeredOn": TODAY}


@pytest.fixture
def asked(api: Api, family: Family) -> str:
    """The id of a question to the school."""
    family.awaiting_agreement()
    return str(api.do("triage", "askAgency", QUESTION, **asking(family))["id"])


def test_ends_the_wait(api: Api, family: Family, asked: str) -> None:
    found = api.do("triage", "recordAgencyAnswer", QUESTION, questionId=asked, **ANSWER)

    assert (found["answer"], found["revision"]) == ("On time since March.", 2)
    assert "INVOLVEMENT_ANSWER" not in kinds(family, "triage")
    assert api.events("case", family.case)[-1] == "AgencyAnswered"


def test_refuses_a_day_that_cannot_be_a_second_answer_and_who_may_not(api: Api, asked: str) -> None:
    def refused(who: str = "triage", **more: Any) -> tuple[str, list[str]]:
        [problem] = api.refused(who, "recordAgencyAnswer", QUESTION, **{"questionId": asked, **ANSWER, **more})
        return problem["code"], problem["path"]

    for days in (-3, 2):
        day = (dt.date.today() + dt.timedelta(days=days)).isoformat()
        assert refused(answeredOn=day) == ("BAD_USER_INPUT", ["answeredOn"])
    assert refused("colleague") == ("NOT_PERMITTED", [])
    assert refused("southerner") == ("NOT_FOUND", [])
    api.do("triage", "recordAgencyAnswer", QUESTION, questionId=asked, **ANSWER)
    assert refused() == ("ALREADY_DONE", ["questionId"])


def test_refuses_an_answer_to_what_was_entered_wrongly(api: Api, asked: str) -> None:
    given = {"questionId": asked, "expectedRevision": 1, "reason": "A slip.", "enteredWrongly": "Another family's."}
    api.do("triage", "amendAgencyQuestion", QUESTION, **given)

    [problem] = api.refused("triage", "recordAgencyAnswer", QUESTION, questionId=asked, **ANSWER)
    assert (problem["code"], problem["reason"]) == ("REFUSED", "question_entered_wrongly")
