"""An assessment can find that no plan is needed."""

from tests.functional.api import Api
from tests.functional.assessments import share
from tests.functional.families import CASE, Family


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.concluded()
    share(family)

    case = family.step("manager", "signOffNoPlan", reason="NO_FURTHER_ACTION", comment="They manage well.")

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "NO_FURTHER_ACTION"
    assert api.events("case", family.case)[-1] == "AssessmentSignedOffWithoutPlan"


def test_refuses_who_wrote_it(api: Api, family: Family) -> None:
    family.awaiting_sign_off()

    problems = api.refused(
        "worker",
        "signOffNoPlan",
        CASE,
        caseId=family.case,
        expectedVersion=family.version(),
        reason="NO_FURTHER_ACTION",
        comment="They manage well.",
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("NOT_PERMITTED", "separation")]
