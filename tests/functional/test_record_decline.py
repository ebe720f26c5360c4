"""A family that says no is left alone, with advice."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety, tell_referrer


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    for child in family.children:
        family.answer(child, "REFUSED")
    check_safety(family)
    tell_referrer(family)

    case = family.step("worker", "recordDecline", advice="How to ask again.")

    assert case["state"] == "not_agreed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "DECLINED"
    assert api.events("case", family.case)[-1] == "FamilyDeclined"


def test_refuses_without_a_recorded_answer(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    check_safety(family)
    tell_referrer(family)

    problems = api.refused(
        "worker", "recordDecline", CASE, caseId=family.case, expectedVersion=family.version(), advice="How to ask again."
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("REFUSED", "agreement_ended_recorded")]
