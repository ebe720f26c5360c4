"""Saying why an action will not be done."""

import pytest

from service.plans.facts import open_actions, outcomes_with_actions
from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.plans import Plan

ACTION = "action { status doneOn result revision }"


@pytest.fixture
def hers(plan: Plan) -> str:
    """An action of a teacher's of the team around the family."""
    plan.family.join("school")
    return plan.action(plan.outcome(plan.need()), gid("practitioner", "school"))


def refused(api: Api, who: str, action: str, why: str = "No longer needed.") -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "endAction", ACTION, actionId=action, why=why)]


@pytest.mark.parametrize("who", ["school", "worker"])
def test_ends_with_a_reason_and_counts_for_the_outcome_no_more(api: Api, plan: Plan, hers: str, who: str) -> None:
    assert plan.fact(outcomes_with_actions) == 1

    found = api.do(who, "endAction", ACTION, actionId=hers, why="The club has closed.")

    assert found == {"status": "ENDED", "doneOn": None, "result": "The club has closed.", "revision": 2}
    assert (plan.fact(outcomes_with_actions), plan.fact(open_actions)) == (0, 0)
    assert api.events("case", plan.family.case)[-1] == "ActionEnded"


def test_refuses_no_reason_a_second_time_who_may_not_and_who_may_not_see(api: Api, hers: str) -> None:
    assert refused(api, "worker", hers, why=" ") == [("BAD_USER_INPUT", ["why"])]
    assert refused(api, "colleague", hers) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", hers) == [("NOT_FOUND", [])]
    api.do("worker", "endAction", ACTION, actionId=hers, why="The club has closed.")
    assert refused(api, "worker", hers) == [("ALREADY_DONE", ["actionId"])]
