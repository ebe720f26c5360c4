"""A family that moves takes its record to the other council."""

import datetime as dt

import pytest

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.leaving import transfer

TODAY = dt.date.today()
MOVED = (TODAY - dt.timedelta(days=30)).isoformat()


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.plan_active()
    transfer(family)

    case = family.step("manager", "transferCase", council="878", movedOn=MOVED)

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "MOVED_LA"
    assert api.events("case", family.case)[-1] == "CaseTransferred"


def test_refuses_a_code_that_no_council_has(api: Api, family: Family) -> None:
    family.plan_active()

    problems = api.refused(
        "manager", "transferCase", CASE, caseId=family.case, expectedVersion=family.version(), council="X1", movedOn=MOVED
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("BAD_USER_INPUT", None)]


@pytest.mark.parametrize("day", [TODAY + dt.timedelta(days=2), TODAY - dt.timedelta(days=400), dt.date(1900, 1, 1)])
def test_refuses_a_move_that_lies_ahead_or_long_before_the_case(api: Api, family: Family, day: dt.date) -> None:
    family.plan_active()
    asked = {"caseId": family.case, "expectedVersion": family.version(), "council": "878"}

    [problem] = api.refused("manager", "transferCase", CASE, **asked, movedOn=day.isoformat())

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["movedOn"])


def test_refuses_another_council_than_the_one_that_was_asked(api: Api, family: Family) -> None:
    family.plan_active()
    transfer(family)
    asked = {"caseId": family.case, "expectedVersion": family.version(), "council": "908", "movedOn": MOVED}

    [problem] = api.refused("manager", "transferCase", CASE, **asked)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["council"])
    assert "878" in problem["message"]
