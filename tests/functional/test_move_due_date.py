"""The day of a review, or of the end of a pause, can be moved within what the council allows."""

import datetime as dt

import pytest

from tests.functional.api import Api
from tests.functional.assessments import share, write_all
from tests.functional.families import CASE, Family
from tests.functional.recording import find_level

TODAY = dt.date.today()


def test_moves_the_review_and_keeps_the_day_before_in_the_journal(api: Api, family: Family) -> None:
    family.plan_active()
    day = TODAY + dt.timedelta(days=20)

    family.step("worker", "moveDueDate", date=day.isoformat(), why="Before the holidays.")

    [row] = api.sql(
        "SELECT c.next_review_on, c.due_at = v.due_at AS same FROM cases c JOIN visit v ON v.case_id = c.id AND v.left_at IS NULL"
    )
    assert (row["next_review_on"], row["same"]) == (day, True)
    [event] = api.sql("SELECT payload FROM event WHERE kind = 'DueDateMoved'")
    assert '"before":{"due_at":' in event["payload"]


def test_refuses_a_day_past_the_cycle_and_names_the_limit(api: Api, family: Family) -> None:
    family.plan_active()
    late = TODAY + dt.timedelta(weeks=7)

    [problem] = api.refused(
        "worker", "moveDueDate", CASE, caseId=family.case, expectedVersion=family.version(), date=late.isoformat(), why="Later."
    )

    limit = TODAY + dt.timedelta(weeks=6)
    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["date"])
    assert f"{limit.day} {limit:%B %Y}" in problem["message"]


def test_refuses_where_no_day_is_set(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused(
        "worker", "moveDueDate", CASE, caseId=family.case, expectedVersion=family.version(), date=TODAY.isoformat(), why="Later."
    )

    assert (problem["code"], problem["reason"]) == ("REFUSED", "no_date_here")


@pytest.mark.parametrize("day", [TODAY - dt.timedelta(days=1), dt.date(2190, 1, 1), dt.date(1900, 1, 1)])
def test_refuses_a_day_that_is_past_or_absurdly_far(api: Api, family: Family, day: dt.date) -> None:
    family.plan_active()

    [problem] = api.refused(
        "worker", "moveDueDate", CASE, caseId=family.case, expectedVersion=family.version(), date=day.isoformat(), why="Later."
    )

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["date"])


def test_a_reassessment_asks_for_the_day_of_the_next_review_anew(api: Api, family: Family) -> None:
    family.plan_active()
    family.step("worker", "moveDueDate", date=(TODAY + dt.timedelta(days=5)).isoformat(), why="Soon.")
    family.move("worker", "reassess")
    write_all(family)
    family.move("worker", "submit")
    find_level(family)
    family.move("manager", "sign_off")
    share(family)

    step = {"caseId": family.case, "expectedVersion": family.version(), "trigger": "start_plan"}
    problems = api.refused("worker", "moveCase", CASE, **step)

    assert "review_date_set" in [each["reason"] for each in problems]
    [row] = api.sql("SELECT next_review_on FROM cases")
    assert row["next_review_on"] is None
