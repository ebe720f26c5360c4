"""Saying that an outcome is achieved, or that it is given up."""

from typing import Any

import pytest

from service.plans.facts import outcomes_with_actions
from tests.functional.api import Api
from tests.functional.plans import Plan

OUTCOME = "outcome { status statusWhy timing endedAt revision }"


@pytest.fixture
def outcome(plan: Plan) -> str:
    """An outcome for a need of Mia's."""
    return plan.outcome(plan.need())


def refused(api: Api, who: str, outcome: str) -> list[tuple[str, str | None, list[str]]]:
    asked: dict[str, Any] = {"outcomeId": outcome, "isAchieved": True, "why": "She sleeps."}
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, "endOutcome", OUTCOME, **asked)]


@pytest.mark.parametrize(("is_achieved", "status"), [(True, "ACHIEVED"), (False, "ENDED")])
def test_ends_with_a_reason_once(api: Api, plan: Plan, outcome: str, is_achieved: bool, status: str) -> None:
    found = api.do("worker", "endOutcome", OUTCOME, outcomeId=outcome, isAchieved=is_achieved, why="She said so.")

    assert (found["status"], found["statusWhy"], found["timing"], found["revision"]) == (status, "She said so.", None, 2)
    assert found["endedAt"] is not None
    assert api.events("case", plan.family.case)[-1] == "OutcomeEnded"
    assert refused(api, "worker", outcome) == [("ALREADY_DONE", None, ["outcomeId"])]


def test_refuses_while_something_is_to_be_done_for_it(api: Api, plan: Plan, outcome: str) -> None:
    action = plan.action(outcome)
    assert refused(api, "worker", outcome) == [("REFUSED", "no_open_actions", ["outcomeId"])]
    assert plan.fact(outcomes_with_actions) == 1

    api.do("worker", "completeAction", "action { id }", actionId=action)
    assert plan.fact(outcomes_with_actions) == 1
    api.do("worker", "endOutcome", OUTCOME, outcomeId=outcome, isAchieved=True, why="She sleeps.")
    assert plan.fact(outcomes_with_actions) == 0


def test_refuses_who_may_not_and_who_may_not_see(api: Api, outcome: str) -> None:
    assert refused(api, "manager", outcome) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", outcome) == [("NOT_FOUND", None, [])]
