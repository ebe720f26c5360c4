"""A family that came from social care can be returned to it, until the plan starts."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.leaving import SOCIAL_CARE, step_down
from tests.functional.recording import search, tell_family


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.ask_for_help(**SOCIAL_CARE)
    step_down(family)
    search(family)
    family.move("triage", "begin_triage")
    tell_family(family)

    case = family.step("triage", "returnStepDown", note="They never agreed; social care was told.")

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "STEP_DOWN_RETURNED"
    assert api.events("case", family.case)[-1] == "StepDownReturned"


def test_refuses_once_the_plan_has_started(api: Api, family: Family) -> None:
    family.plan_active()

    problems = api.refused(
        "manager",
        "returnStepDown",
        CASE,
        caseId=family.case,
        expectedVersion=family.version(),
        note="They never agreed; social care was told.",
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("REFUSED", "not_from_here")]
