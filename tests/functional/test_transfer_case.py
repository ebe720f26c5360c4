"""A family that moves takes its record to the other council."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.leaving import transfer


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.plan_active()
    transfer(family)

    case = family.step("manager", "transferCase", council="878", movedOn="2026-01-31")

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "MOVED_LA"
    assert api.events("case", family.case)[-1] == "CaseTransferred"


def test_refuses_a_code_that_no_council_has(api: Api, family: Family) -> None:
    family.plan_active()

    problems = api.refused(
        "manager", "transferCase", CASE, caseId=family.case, expectedVersion=family.version(), council="X1", movedOn="2026-01-31"
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("BAD_USER_INPUT", None)]
