"""Early help can end for one child while the case goes on for the others."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family

GIVEN = {"reason": "NO_FURTHER_ACTION", "note": "Jake is doing well, and knows whom to ask."}


def test_ends_for_one_child(api: Api, family: Family) -> None:
    family.assessing()

    family.step("worker", "endForChild", personId=family.jake, **GIVEN)

    [row] = api.sql("SELECT 'person_' || person_id AS id, end_reason FROM case_child WHERE ended_at IS NOT NULL")
    assert (row["id"], row["end_reason"]) == (family.jake, "NO_FURTHER_ACTION")
    assert api.events("case", family.case)[-1] == "EarlyHelpEndedForChild"


def test_refuses_the_last_child(api: Api, family: Family) -> None:
    family.assessing()
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
