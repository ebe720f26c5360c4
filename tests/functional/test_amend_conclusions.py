"""What was recorded of how the family learnt the conclusions can be put right."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.assessments import assessment_of
from tests.functional.families import Family
from tests.functional.test_share_conclusions import CONCLUSIONS, SHARED


@pytest.fixture
def shared(api: Api, family: Family) -> str:
    """The id of what the worker recorded."""
    family.awaiting_sign_off()
    return str(api.do("worker", "shareConclusions", CONCLUSIONS, assessmentId=assessment_of(api, family), **SHARED)["id"])


def refused(api: Api, conclusions: str, who: str = "worker", **given: Any) -> list[tuple[str, str | None, list[str]]]:
    found = api.refused(who, "amendConclusions", CONCLUSIONS, **{"conclusionsId": conclusions, "expectedRevision": 1, **given})
    return [(each["code"], each["reason"], each["path"]) for each in found]


def test_puts_it_right(api: Api, family: Family, shared: str) -> None:
    found = api.do("worker", "amendConclusions", CONCLUSIONS, conclusionsId=shared, expectedRevision=1, how="COPY", note=None)

    assert (found["revision"], found["how"], found["note"], found["sharedOn"]) == (2, "COPY", None, SHARED["sharedOn"])
    assert api.events("case", family.case)[-1] == "ConclusionsAmended"
    assert api.last_payload("case", family.case)["before"]["how"] == "together"


def test_turns_it_into_why_not(api: Api, shared: str) -> None:
    given = {"how": None, "sharedOn": None, "whyNot": "He reads her letters."}

    assert api.do("worker", "amendConclusions", CONCLUSIONS, conclusionsId=shared, expectedRevision=1, **given)["how"] is None


def test_refuses_an_old_revision_a_change_of_nothing_and_half_of_it(api: Api, shared: str) -> None:
    assert refused(api, shared, expectedRevision=2, how="COPY") == [("CONFLICT", None, ["expectedRevision"])]
    assert refused(api, shared, how="TOGETHER") == [("ALREADY_DONE", None, [])]
    assert refused(api, shared, how=None) == [("BAD_USER_INPUT", None, ["how"])]


def test_refuses_who_may_not(api: Api, shared: str) -> None:
    assert refused(api, shared, who="manager", how="COPY") == [("NOT_PERMITTED", None, [])]
    assert refused(api, shared, who="southerner", how="COPY") == [("NOT_FOUND", None, [])]
