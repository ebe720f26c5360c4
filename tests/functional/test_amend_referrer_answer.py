"""Correcting what was recorded of an answer to the referrer."""

import datetime as dt

import pytest

from tests.functional.api import Api
from tests.functional.families import Family

ANSWER = "referrerAnswer { id revision said whyNot }"
TOLD = {"said": "We go ahead.", "means": "TELEPHONE", "toldOn": dt.date.today().isoformat()}


@pytest.fixture
def told(api: Api, family: Family) -> str:
    """The id of an answer."""
    family.in_triage()
    return str(api.do("triage", "tellReferrer", ANSWER, caseId=family.case, **TOLD)["id"])


def test_corrects_it(api: Api, family: Family, told: str) -> None:
    given = {"answerId": told, "expectedRevision": 1, "reason": "Nobody answered the telephone."}
    emptied = dict.fromkeys(TOLD)

    found = api.do("triage", "amendReferrerAnswer", ANSWER, **given, **emptied, whyNot="They cannot be reached.")

    assert (found["revision"], found["said"], found["whyNot"]) == (2, None, "They cannot be reached.")
    assert api.events("case", family.case)[-1] == "ReferrerAnswerAmended"


def test_refuses_what_says_nothing_an_old_revision_and_who_may_not_see_it(api: Api, told: str) -> None:
    given = {"answerId": told, "expectedRevision": 1, "reason": "Wrong."}

    assert [each["path"] for each in api.refused("triage", "amendReferrerAnswer", ANSWER, **given, means=None)] == [["said"]]
    old = {**given, "expectedRevision": 3}
    assert [each["code"] for each in api.refused("triage", "amendReferrerAnswer", ANSWER, **old, said="Else.")] == ["CONFLICT"]
    assert [each["code"] for each in api.refused("triage", "amendReferrerAnswer", ANSWER, **given, said=TOLD["said"])] == ["ALREADY_DONE"]
    assert [each["code"] for each in api.refused("southerner", "amendReferrerAnswer", ANSWER, **given, said="Else.")] == ["NOT_FOUND"]
