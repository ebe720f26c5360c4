"""Saying why the plan has no outcome for a need."""

from typing import Any

import pytest

from service.plans.facts import unanswered_needs
from tests.functional.api import Api
from tests.functional.plans import Plan

NEED = "need { unansweredWhy revision }"


@pytest.fixture
def need(plan: Plan) -> str:
    """A need of Mia's."""
    return plan.need()


def refused(api: Api, who: str, need: str, **more: Any) -> list[tuple[str, str | None, list[str]]]:
    asked = {"needId": need, "expectedRevision": 1, "why": "School does it.", **more}
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, "leaveNeedUnanswered", NEED, **asked)]


def test_a_need_with_a_reason_is_answered_for(api: Api, plan: Plan, need: str) -> None:
    assert plan.fact(unanswered_needs) == 1

    found = api.do("worker", "leaveNeedUnanswered", NEED, needId=need, expectedRevision=1, why="School does it.")

    assert found == {"unansweredWhy": "School does it.", "revision": 2}
    assert plan.fact(unanswered_needs) == 0


def test_an_outcome_takes_the_reason_away_and_one_that_is_given_up_leaves_the_need_open(api: Api, plan: Plan, need: str) -> None:
    api.do("worker", "leaveNeedUnanswered", NEED, needId=need, expectedRevision=1, why="School does it.")
    outcome = plan.outcome(need)
    assert [row["unanswered_why"] for row in api.sql("SELECT unanswered_why FROM need")] == [None]
    assert plan.fact(unanswered_needs) == 0

    api.do("worker", "endOutcome", "outcome { id }", outcomeId=outcome, isAchieved=False, why="Not wanted now.")

    assert plan.fact(unanswered_needs) == 1


def test_a_need_that_is_met_or_of_a_child_whose_help_has_ended_asks_for_nothing(api: Api, plan: Plan, need: str) -> None:
    plan.need(plan.family.jake)
    assert plan.fact(unanswered_needs) == 2

    plan.family.step("manager", "endForChild", personId=plan.family.jake, reason="SINGLE_AGENCY", note="The school helps.")
    assert plan.fact(unanswered_needs) == 1

    api.do("worker", "amendNeed", NEED, needId=need, expectedRevision=1, status="MET", reason="She sleeps.")
    assert plan.fact(unanswered_needs) == 0


def test_refuses_one_that_the_plan_answers_or_that_is_not_open(api: Api, plan: Plan, need: str) -> None:
    plan.outcome(need)
    assert refused(api, "worker", need) == [("REFUSED", "need_answered", ["needId"])]

    api.do("worker", "amendNeed", NEED, needId=need, expectedRevision=1, status="MET", reason="She sleeps.")
    assert refused(api, "worker", need, expectedRevision=2) == [("REFUSED", "need_open", ["needId"])]


def test_refuses_the_same_an_old_revision_who_may_not_and_who_may_not_see(api: Api, plan: Plan, need: str) -> None:
    plan.family.join("school")
    assert refused(api, "worker", need, expectedRevision=3) == [("CONFLICT", None, ["expectedRevision"])]
    assert refused(api, "school", need) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", need) == [("NOT_FOUND", None, [])]
    api.do("worker", "leaveNeedUnanswered", NEED, needId=need, expectedRevision=1, why="School does it.")
    assert refused(api, "worker", need, expectedRevision=2) == [("ALREADY_DONE", None, [])]
