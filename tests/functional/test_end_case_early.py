"""A case can end for another reason than those of its ordinary steps."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety, tell_referrer


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.assessing()
    check_safety(family)
    tell_referrer(family)

    case = family.step("manager", "endCaseEarly", reason="REQUEST_WITHDRAWN", note="School took it back.")

    assert case["state"] == "closed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "REQUEST_WITHDRAWN"
    assert api.events("case", family.case)[-1] == "CaseEndedEarly"


def test_refuses_the_worker(api: Api, family: Family) -> None:
    family.assessing()

    problems = api.refused(
        "worker",
        "endCaseEarly",
        CASE,
        caseId=family.case,
        expectedVersion=family.version(),
        reason="REQUEST_WITHDRAWN",
        note="School took it back.",
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("NOT_PERMITTED", None)]
