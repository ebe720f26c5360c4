"""The family learns what the assessment says, or it is recorded why telling them is not safe."""

import datetime as dt
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.assessments import assessment_of
from tests.functional.families import Family

CONCLUSIONS = "conclusions { id revision sharedOn how note whyNot recordedBy { name } }"
TODAY = dt.date.today().isoformat()
SHARED = {"sharedOn": TODAY, "how": "TOGETHER", "note": "With Sarah and Mia."}


def refused(api: Api, family: Family, who: str = "worker", **given: Any) -> list[tuple[str, str | None, list[str]]]:
    found = api.refused(who, "shareConclusions", CONCLUSIONS, assessmentId=assessment_of(api, family), **given)
    return [(each["code"], each["reason"], each["path"]) for each in found]


def test_records_how_the_family_learnt_them(api: Api, family: Family) -> None:
    family.awaiting_sign_off()

    found = api.do("worker", "shareConclusions", CONCLUSIONS, assessmentId=assessment_of(api, family), **SHARED)

    assert {name: found[name] for name in SHARED} == SHARED
    assert (found["revision"], found["whyNot"], found["recordedBy"]["name"]) == (1, None, "Priya Nair")
    assert api.events("case", family.case)[-1] == "ConclusionsShared"


def test_records_why_telling_them_is_not_safe(api: Api, family: Family) -> None:
    family.awaiting_sign_off()

    found = api.do("worker", "shareConclusions", CONCLUSIONS, assessmentId=assessment_of(api, family), whyNot="He reads her letters.")

    assert (found["how"], found["whyNot"]) == (None, "He reads her letters.")
    assert api.events("case", family.case)[-1] == "ConclusionsWithheld"


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({}, []),
        ({**SHARED, "whyNot": "Not safe."}, []),
        ({"how": "COPY"}, ["sharedOn"]),
        ({"sharedOn": TODAY}, ["how"]),
        ({**SHARED, "sharedOn": (dt.date.today() + dt.timedelta(days=2)).isoformat()}, ["sharedOn"]),
        ({**SHARED, "sharedOn": "2020-01-01"}, ["sharedOn"]),
    ],
)
def test_refuses_what_cannot_be(api: Api, family: Family, given: Any, path: list[str]) -> None:
    family.awaiting_sign_off()

    assert refused(api, family, **given) == [("BAD_USER_INPUT", None, path)]


def test_refuses_before_there_are_conclusions_and_who_may_not(api: Api, family: Family) -> None:
    family.assessing()
    assert refused(api, family, **SHARED) == [("REFUSED", "not_submitted", ["assessmentId"])]
    assert refused(api, family, who="manager", **SHARED) == [("NOT_PERMITTED", None, [])]
    assert refused(api, family, who="southerner", **SHARED) == [("NOT_FOUND", None, [])]
