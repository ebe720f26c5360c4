"""A family that withdraws ends the case when no agreement is left."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.assessing()
    family.withdraw_all()
    check_safety(family)

    case = family.step("worker", "recordWithdrawal", note="They said so on the telephone.")

    assert case["state"] == "not_agreed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "CONSENT_WITHDRAWN"
    assert api.events("case", family.case)[-1] == "FamilyWithdrew"


def test_refuses_while_an_agreement_stands_and_names_the_children(api: Api, family: Family) -> None:
    family.assessing()
    check_safety(family)

    problems = api.refused(
        "worker", "recordWithdrawal", CASE, caseId=family.case, expectedVersion=family.version(), note="They said so on the telephone."
    )

    assert [(each["code"], each["reason"]) for each in problems] == [
        ("REFUSED", "agreement_ended_recorded"),
        ("REFUSED", "no_agreement_left"),
    ]
