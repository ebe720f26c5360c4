"""Putting an outcome in other words, setting another day, and saying anew which needs it is for."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.plans import Plan, day

OUTCOME = "outcome { wording byWhen baseline revision needs { need { id } } }"


@pytest.fixture
def need(plan: Plan) -> str:
    """A need of Mia's."""
    return plan.need()


@pytest.fixture
def outcome(plan: Plan, need: str) -> str:
    """An outcome for it."""
    return plan.outcome(need)


def refused(api: Api, who: str, outcome: str, **more: Any) -> list[tuple[str, list[str]]]:
    asked = {"outcomeId": outcome, "expectedRevision": 1, **more}
    return [(each["code"], each["path"]) for each in api.refused(who, "amendOutcome", OUTCOME, **asked)]


def test_says_it_in_other_words_and_keeps_the_ones_before(api: Api, plan: Plan, outcome: str) -> None:
    found = api.do("worker", "amendOutcome", OUTCOME, outcomeId=outcome, expectedRevision=1, wording="She sleeps through.", byWhen=day(30))

    assert (found["wording"], found["byWhen"], found["baseline"], found["revision"]) == ("She sleeps through.", day(30), 3, 2)
    assert api.last_payload("case", plan.family.case)["before"]["wording"] == "Mia sleeps."


def test_is_for_other_needs(api: Api, plan: Plan, outcome: str, need: str) -> None:
    other, third = plan.need(plan.family.jake), plan.need()

    found = api.do("worker", "amendOutcome", OUTCOME, outcomeId=outcome, expectedRevision=1, needIds=[other, third])

    assert {each["need"]["id"] for each in found["needs"]} == {other, third}
    assert refused(api, "worker", outcome, expectedRevision=2, needIds=[third, other]) == [("ALREADY_DONE", [])]


def test_a_need_that_was_met_since_may_stay(api: Api, plan: Plan, outcome: str, need: str) -> None:
    api.do("worker", "amendNeed", "need { id }", needId=need, expectedRevision=1, status="MET", reason="She is well.")

    found = api.do("worker", "amendOutcome", OUTCOME, outcomeId=outcome, expectedRevision=1, needIds=[need, plan.need()])

    assert len(found["needs"]) == 2


def test_a_day_that_has_passed_may_stay_and_cannot_be_chosen(api: Api, outcome: str) -> None:
    api.sql("UPDATE outcome SET by_when = (now() AT TIME ZONE 'Europe/London')::date - 3")

    found = api.do("worker", "amendOutcome", OUTCOME, outcomeId=outcome, expectedRevision=1, wording="She sleeps through.")

    assert found["revision"] == 2
    assert refused(api, "worker", outcome, expectedRevision=2, byWhen=day(-1)) == [("BAD_USER_INPUT", ["byWhen"])]


def test_refuses_to_empty_it_an_old_revision_who_may_not_and_who_may_not_see(api: Api, plan: Plan, outcome: str) -> None:
    assert refused(api, "worker", outcome, wording=None) == [("BAD_USER_INPUT", ["wording"])]
    assert refused(api, "worker", outcome, needIds=None) == [("BAD_USER_INPUT", ["needIds"])]
    assert refused(api, "worker", outcome, expectedRevision=2, wording="She sleeps.") == [("CONFLICT", ["expectedRevision"])]
    assert refused(api, "manager", outcome, wording="She sleeps.") == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", outcome, wording="She sleeps.") == [("NOT_FOUND", [])]


def test_refuses_one_that_has_ended(api: Api, outcome: str) -> None:
    api.do("worker", "endOutcome", "outcome { id }", outcomeId=outcome, isAchieved=True, why="She sleeps.")

    assert refused(api, "worker", outcome, expectedRevision=2, wording="She sleeps.") == [("ALREADY_DONE", ["outcomeId"])]
