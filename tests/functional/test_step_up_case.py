"""A case that social care has taken ends here."""

from tests.functional.api import Api
from tests.functional.concerns import take, tell
from tests.functional.families import CASE, Family


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.assessing()
    tell(family, *family.children)
    take(family, *family.children)

    case = family.step("worker", "stepUpCase", reason="STEP_UP_S17")

    assert case["state"] == "stepped_up"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "STEP_UP_S17"
    assert api.events("case", family.case)[-1] == "CaseSteppedUp"


def test_refuses_a_reason_that_is_not_one_of_stepping_up(api: Api, family: Family) -> None:
    family.assessing()
    tell(family, *family.children)
    take(family, *family.children)

    problems = api.refused("worker", "stepUpCase", CASE, caseId=family.case, expectedVersion=family.version(), reason="NEEDS_MET")

    assert [(each["code"], each["reason"]) for each in problems] == [("REFUSED", "reason_of_this_step")]
