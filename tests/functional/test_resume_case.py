"""A paused case goes on where it was paused, with the working days that were left."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import pause


def test_resumes_where_it_was_paused(api: Api, family: Family) -> None:
    family.assessing()
    pause(family)

    case = family.step("worker", "resumeCase", note="They are back.")

    assert case["state"] == "assessing"
    [row] = api.sql("SELECT paused_from, pause_until, days_left, due_at IS NOT NULL AS is_due FROM cases")
    assert tuple(row) == (None, None, None, True)
    assert api.events("case", family.case)[-1] == "CaseResumed"


def test_refuses_a_case_that_is_not_paused(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused("worker", "resumeCase", CASE, caseId=family.case, expectedVersion=family.version())

    assert (problem["code"], problem["reason"]) == ("REFUSED", "not_from_here")


def test_refuses_when_the_agreement_has_ended_meanwhile(api: Api, family: Family) -> None:
    family.assessing()
    pause(family)
    family.withdraw_all()

    [problem] = api.refused("worker", "resumeCase", CASE, caseId=family.case, expectedVersion=family.version())

    assert (problem["code"], problem["reason"]) == ("REFUSED", "agreement_in_force")
