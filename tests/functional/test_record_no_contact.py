"""A family that cannot be reached is let go by somebody else than the worker."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety, tell_referrer, try_to_reach


def test_ends_the_case_with_its_reason(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    try_to_reach(family)
    check_safety(family)
    tell_referrer(family)

    case = family.step("manager", "recordNoContact", note="They said so on the telephone.")

    assert case["state"] == "not_agreed"
    assert api.sql("SELECT reason FROM cases")[0]["reason"] == "UNCONTACTABLE"
    assert api.events("case", family.case)[-1] == "FamilyNotReached"


def test_refuses_the_worker_who_could_not_reach_them(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    problems = api.refused(
        "worker", "recordNoContact", CASE, caseId=family.case, expectedVersion=family.version(), note="They said so on the telephone."
    )

    assert [(each["code"], each["reason"]) for each in problems] == [("NOT_PERMITTED", "separation")]
