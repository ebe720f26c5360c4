"""Early help can end for one child while the case goes on for the others."""

import pytest

from tests.functional.api import Api
from tests.functional.concerns import take, tell
from tests.functional.families import CASE, Family
from tests.functional.recording import check_safety

GIVEN = {"reason": "NO_FURTHER_ACTION", "note": "Jake is doing well, and knows whom to ask."}


def test_ends_for_one_child(api: Api, family: Family) -> None:
    family.planning()

    family.step("worker", "endForChild", personId=family.jake, **GIVEN)

    [row] = api.sql("SELECT 'person_' || person_id AS id, end_reason FROM case_child WHERE ended_at IS NOT NULL")
    assert (row["id"], row["end_reason"]) == (family.jake, "NO_FURTHER_ACTION")
    assert api.events("case", family.case)[-1] == "EarlyHelpEndedForChild"


def test_refuses_the_last_child(api: Api, family: Family) -> None:
    family.planning()
    family.step("worker", "endForChild", personId=family.jake, **GIVEN)

    [problem] = api.refused(
        "worker", "endForChild", CASE, caseId=family.case, expectedVersion=family.version(), personId=family.mia, **GIVEN
    )

    assert (problem["code"], problem["reason"]) == ("REFUSED", "last_child")


def test_refuses_somebody_who_is_not_on_the_case(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused(
        "worker", "endForChild", CASE, caseId=family.case, expectedVersion=family.version(), personId=family.mother, **GIVEN
    )

    assert (problem["code"], problem["path"]) == ("NOT_FOUND", ["personId"])


@pytest.mark.parametrize(
    "reason", ["DUPLICATE", "STEP_DOWN_RETURNED", "UNCONTACTABLE", "REQUEST_WITHDRAWN", "UNIVERSAL_ADVICE", "MOVED_LA"]
)
def test_refuses_a_reason_that_ends_a_case_and_not_the_help_for_a_child(api: Api, family: Family, reason: str) -> None:
    family.planning()
    asked = {"caseId": family.case, "expectedVersion": family.version(), "personId": family.jake, "note": "He is well."}

    [problem] = api.refused("worker", "endForChild", CASE, **asked, reason=reason)

    assert (problem["code"], problem["path"], problem["reason"]) == ("REFUSED", ["reason"], "reason_for_a_child")


NOT_RECORDED = ("NO_FURTHER_ACTION", "NEEDS_MET", "AGED_OUT", "DECLINED", "CONSENT_WITHDRAWN", "MOVED_NO_TRANSFER", "DECEASED", "EHC_PLAN")


@pytest.mark.parametrize("reason", [*NOT_RECORDED, "STEP_UP_S17", "STEP_UP_S47", "STEP_UP_LAC"])
def test_refuses_a_reason_whose_record_is_not_there(api: Api, family: Family, reason: str) -> None:
    family.assessing()
    asked = {"caseId": family.case, "expectedVersion": family.version(), "personId": family.jake, "note": "He is well."}

    [problem] = api.refused("worker", "endForChild", CASE, **asked, reason=reason)

    assert (problem["code"], problem["path"], problem["reason"]) == ("REFUSED", ["reason"], "reason_supported")


def test_ends_for_a_child_for_whom_the_agreement_was_withdrawn(api: Api, family: Family) -> None:
    family.assessing()
    family.withdraw_all()
    check_safety(family)

    family.step("worker", "endForChild", personId=family.jake, reason="CONSENT_WITHDRAWN", note="His mother rang.")

    assert api.events("case", family.case)[-1] == "EarlyHelpEndedForChild"


def test_ends_for_a_child_whom_social_care_took_and_not_for_another(api: Api, family: Family) -> None:
    family.assessing()
    tell(family, family.jake)
    take(family, family.jake)
    ends = {"reason": "STEP_UP_S17", "note": "Social care has the case."}
    asked = {"caseId": family.case, "expectedVersion": family.version(), "personId": family.mia}

    assert [each["reason"] for each in api.refused("worker", "endForChild", CASE, **asked, **ends)] == ["reason_supported"]
    family.step("worker", "endForChild", personId=family.jake, **ends)

    assert api.events("case", family.case)[-1] == "EarlyHelpEndedForChild"


@pytest.mark.parametrize(("reason", "column"), [("DECEASED", "died_on"), ("EHC_PLAN", "ehc_plan_on")])
def test_ends_for_a_child_of_whom_the_day_is_recorded(api: Api, family: Family, reason: str, column: str) -> None:
    family.assessing()
    api.sql(f"UPDATE person SET {column} = current_date WHERE 'person_' || id = $1", family.jake)

    family.step("worker", "endForChild", personId=family.jake, reason=reason, note="The school told us.")

    assert api.sql("SELECT end_reason FROM case_child WHERE ended_at IS NOT NULL")[0]["end_reason"] == reason


def test_refuses_a_child_about_whom_social_care_has_not_decided(api: Api, family: Family) -> None:
    family.planning()
    tell(family, family.jake)
    asked = {"caseId": family.case, "expectedVersion": family.version(), "personId": family.jake}

    [problem] = api.refused("worker", "endForChild", CASE, **asked, **GIVEN)

    assert (problem["code"], problem["path"], problem["reason"]) == ("REFUSED", ["personId"], "no_open_escalation")
