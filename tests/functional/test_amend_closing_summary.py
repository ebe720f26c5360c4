"""Writing the summary of a case anew."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.families import Family

SUMMARY = "closingSummary { id whatIsBetter whoHelps revision }"


@pytest.fixture
def summary(api: Api, family: Family) -> str:
    """The summary of a case in review."""
    family.reviewing()
    given = {"caseId": family.case, "whatIsBetter": "Mia sleeps.", "whoHelps": "School, and her aunt."}
    return str(api.do("worker", "writeClosingSummary", SUMMARY, **given)["id"])


def refused(api: Api, who: str, summary: str, **more: Any) -> list[tuple[str, list[str]]]:
    asked = {"summaryId": summary, "expectedRevision": 1, "whoHelps": "School.", **more}
    return [(each["code"], each["path"]) for each in api.refused(who, "amendClosingSummary", SUMMARY, **asked)]


def test_keeps_what_it_said_before(api: Api, family: Family, summary: str) -> None:
    found = api.do("worker", "amendClosingSummary", SUMMARY, summaryId=summary, expectedRevision=1, whoHelps="School.")

    assert (found["whatIsBetter"], found["whoHelps"], found["revision"]) == ("Mia sleeps.", "School.", 2)
    assert api.last_payload("case", family.case)["before"]["who_helps"] == "School, and her aunt."


def test_refuses_to_empty_it_an_old_revision_and_a_change_of_nothing(api: Api, summary: str) -> None:
    assert refused(api, "worker", summary, whoHelps=None) == [("BAD_USER_INPUT", ["whoHelps"])]
    assert refused(api, "worker", summary, expectedRevision=2) == [("CONFLICT", ["expectedRevision"])]
    assert refused(api, "worker", summary, whoHelps="School, and her aunt.") == [("ALREADY_DONE", [])]


def test_refuses_who_may_not_and_who_may_not_see(api: Api, summary: str) -> None:
    assert refused(api, "manager", summary) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", summary) == [("NOT_FOUND", [])]
