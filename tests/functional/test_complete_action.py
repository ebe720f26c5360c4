"""Saying that an action is done: one's own, or any of a plan that one keeps."""

from typing import Any

import pytest

from service.plans.facts import open_actions
from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.plans import Plan, day

ACTION = "action { status doneOn result timing revision }"


@pytest.fixture
def outcome(plan: Plan) -> str:
    """An outcome of a family in whose team a teacher is."""
    plan.family.join("school")
    return plan.outcome(plan.need())


@pytest.fixture
def hers(plan: Plan, outcome: str) -> str:
    """An action of the teacher's."""
    return plan.action(outcome, gid("practitioner", "school"))


def refused(api: Api, who: str, action: str, **more: Any) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "completeAction", ACTION, actionId=action, **more)]


def test_who_does_it_says_so(api: Api, plan: Plan, hers: str) -> None:
    assert plan.fact(open_actions) == 1

    found = api.do("school", "completeAction", ACTION, actionId=hers, doneOn=day(-1), result="They have a place.")

    assert (found["status"], found["doneOn"], found["result"], found["timing"]) == ("DONE", day(-1), "They have a place.", None)
    assert found["revision"] == 2
    assert plan.fact(open_actions) == 0
    assert api.events("case", plan.family.case)[-1] == "ActionCompleted"


def test_who_keeps_the_plan_says_so_of_anybody_and_of_today(api: Api, plan: Plan, outcome: str, hers: str) -> None:
    mothers = plan.action(outcome, practitionerId=None, personId=plan.family.mother)

    assert api.do("worker", "completeAction", ACTION, actionId=hers)["doneOn"] == day(0)
    assert api.do("worker", "completeAction", ACTION, actionId=mothers)["status"] == "DONE"


def test_nobody_else_of_the_team_does(api: Api, plan: Plan, outcome: str, hers: str) -> None:
    assert refused(api, "southerner", hers) == [("NOT_FOUND", [])]
    plan.family.join("southerner")

    assert refused(api, "southerner", hers) == [("NOT_PERMITTED", [])]
    assert refused(api, "school", plan.action(outcome)) == [("NOT_PERMITTED", [])]


def test_refuses_a_day_ahead_and_a_second_time_but_not_the_same_key_again(api: Api, hers: str) -> None:
    assert refused(api, "school", hers, doneOn=day(1)) == [("BAD_USER_INPUT", ["doneOn"])]
    for _ in range(2):
        assert api.do("school", "completeAction", ACTION, actionId=hers, idempotencyKey="once")["revision"] == 2
    assert refused(api, "school", hers) == [("ALREADY_DONE", ["actionId"])]
