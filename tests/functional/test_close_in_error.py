"""A case that was opened in error is closed by somebody else than who opened it."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.in_triage()

    case = family.step("front_door_manager", "closeInError", reason="OPENED_IN_ERROR", note="Another family.")

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "OPENED_IN_ERROR"
    assert api.events("case", family.case)[-1] == "CaseClosedInError"


def test_refuses_a_case_whose_assessment_was_signed_off(api: Api, family: Family) -> None:
    family.planning()

    problems = api.refused(
        "manager",
        "closeInError",
        CASE,
        caseId=family.case,
        expectedVersion=family.version(),
        reason="OPENED_IN_ERROR",
        note="Another family.",
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("REFUSED", "not_yet_assessed")]
