"""Telling the person who asked for help: what was decided, or why they are not told; until then it waits."""

import datetime as dt
from typing import Any

import pytest

from service.contacts.facts import referrer_told
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import kinds

ANSWER = "referrerAnswer { id said means toldOn whyNot }"
TOLD = {"said": "We go ahead.", "means": "TELEPHONE", "toldOn": dt.date.today().isoformat()}


@pytest.fixture
def asked(family: Family) -> Family:
    """The family, on a case that the worker asked for."""
    family.ask_for_help()
    return family


def told(asked: Family, who: str = "triage", **given: Any) -> Any:
    return asked.api.do(who, "tellReferrer", ANSWER, caseId=asked.case, **given)


def test_the_case_waits_until_the_referrer_is_told(api: Api, asked: Family) -> None:
    assert (fact(asked, referrer_told), kinds(asked)) == (False, ["REFERRER_TO_BE_TOLD"])

    found = told(asked, **TOLD)

    assert (found["said"], found["whyNot"]) == ("We go ahead.", None)
    assert (fact(asked, referrer_told), kinds(asked)) == (True, [])
    assert api.events("case", asked.case)[-1] == "ReferrerTold"


def test_why_they_were_not_told_counts_too(asked: Family) -> None:
    told(asked, whyNot="The family asked us not to.")

    assert fact(asked, referrer_told) is True


def test_who_made_the_request_sees_its_answer_and_nothing_of_the_case(api: Api, asked: Family) -> None:
    told(asked, **TOLD)
    [row] = api.sql("SELECT 'request_' || id AS id FROM request_for_help")

    asked_for = "query($id: ID!) { node(id: $id) { ... on RequestForHelp { answers { said } case { id } } } }"
    assert api.ask("worker", asked_for, id=row["id"])["node"] == {"answers": [{"said": "We go ahead."}], "case": None}
    assert api.ask("southerner", asked_for, id=row["id"])["node"] is None


def test_the_wait_ends_with_the_case(api: Api, asked: Family) -> None:
    asked.step("front_door_manager", "closeInError", reason="OPENED_IN_ERROR", note="Another family.")

    assert api.sql("SELECT count(*) FROM wait WHERE ended_at IS NULL")[0][0] == 0


def test_refuses_neither_and_both_and_who_may_not(api: Api, asked: Family) -> None:
    given = {"caseId": asked.case}

    assert [each["path"] for each in api.refused("triage", "tellReferrer", ANSWER, **given)] == [["said"]]
    assert [each["path"] for each in api.refused("triage", "tellReferrer", ANSWER, **given, **TOLD, whyNot="No.")] == [["whyNot"]]
    assert [each["code"] for each in api.refused("worker", "tellReferrer", ANSWER, **given, **TOLD)] == ["NOT_FOUND"]
