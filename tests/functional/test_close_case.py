"""A case is closed after its final review, by somebody else than the lead professional."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.ready_to_close()

    case = family.step("manager", "closeCase", reason="NEEDS_MET")

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "NEEDS_MET"
    assert api.events("case", family.case)[-1] == "CaseClosed"


def test_refuses_the_lead_professional_even_as_a_manager(api: Api, family: Family) -> None:
    family.reviewing_with_the_manager_as_lead()

    problems = api.refused("manager", "closeCase", CASE, caseId=family.case, expectedVersion=family.version(), reason="NEEDS_MET")

    assert [(each["code"], each["reason"]) for each in problems] == [("NOT_PERMITTED", "separation")]
