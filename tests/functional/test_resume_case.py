"""A paused case goes on where it was paused, with the working days that were left."""

import datetime as dt

import pytest

from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import pause

TODAY = dt.date.today()
SOON = (TODAY + dt.timedelta(days=14)).isoformat()


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


def paused_plan(family: Family) -> None:
    """Bring a case to a pause of its first plan."""
    family.plan_active()
    pause(family, until=SOON)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY - dt.timedelta(days=1), "This cannot be before today"),
        (TODAY + dt.timedelta(weeks=6, days=1), "Choose a date that is not past and no later than"),
        (dt.date(2190, 1, 1), "Choose a date that is not past and no later than"),
    ],
)
def test_refuses_a_review_that_is_past_or_later_than_the_first_cycle_allows(api: Api, family: Family, day: dt.date, said: str) -> None:
    paused_plan(family)

    [problem] = api.refused(
        "worker", "resumeCase", CASE, caseId=family.case, expectedVersion=family.version(), nextReviewOn=day.isoformat()
    )

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["nextReviewOn"])
    assert problem["message"].startswith(said)


def test_refuses_a_review_of_a_plan_that_there_is_not(api: Api, family: Family) -> None:
    family.assessing()
    pause(family, until=SOON)

    [problem] = api.refused("worker", "resumeCase", CASE, caseId=family.case, expectedVersion=family.version(), nextReviewOn=SOON)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["nextReviewOn"])


def test_keeps_the_limit_of_the_first_cycle_when_the_review_is_moved_later(api: Api, family: Family) -> None:
    paused_plan(family)
    family.step("worker", "resumeCase")
    later = (TODAY + dt.timedelta(weeks=8)).isoformat()

    [problem] = api.refused("worker", "moveDueDate", CASE, caseId=family.case, expectedVersion=family.version(), date=later, why="Later.")

    limit = TODAY + dt.timedelta(weeks=6)
    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["date"])
    assert f"{limit.day} {limit:%B %Y}" in problem["message"]


def test_moves_the_day_of_the_review_with_what_is_left_of_its_time(api: Api, family: Family) -> None:
    family.plan_active()
    family.step("worker", "moveDueDate", date=SOON, why="Before the holidays.")
    pause(family, until=SOON)
    api.sql("UPDATE cases SET days_left = 3")

    family.step("worker", "resumeCase")

    [row] = api.sql("SELECT next_review_on, (due_at AT TIME ZONE 'Europe/London')::date - 1 AS last_day FROM cases")
    assert row["next_review_on"] == row["last_day"] != dt.date.fromisoformat(SOON)
