"""A plan under way is reviewed."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.families import CASE, Family


def test_starts_the_review(api: Api, family: Family) -> None:
    family.plan_active()

    case = family.step("worker", "startReview", meetingOn=dt.date.today().isoformat())

    assert case["state"] == "reviewing"
    assert api.events("case", family.case)[-1] == "ReviewStarted"


def test_refuses_before_there_is_a_plan(api: Api, family: Family) -> None:
    family.planning()

    [problem] = api.refused("worker", "startReview", CASE, caseId=family.case, expectedVersion=family.version())

    assert (problem["code"], problem["reason"]) == ("REFUSED", "not_from_here")


def test_refuses_a_meeting_of_before_the_case(api: Api, family: Family) -> None:
    family.plan_active()

    [problem] = api.refused("worker", "startReview", CASE, caseId=family.case, expectedVersion=family.version(), meetingOn="1900-01-01")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["meetingOn"])
