"""A manager's view on a plan that has not moved in three reviews."""

from typing import Any

import pytest

from service.reviews.facts import drift_considered, reviews_without_movement
from tests.functional.api import Api
from tests.functional.plans import Plan

REVIEW = "review { driftView driftAt revision driftBy { name } }"


@pytest.fixture
def outcome(plan: Plan) -> str:
    """An outcome of a plan that is in review."""
    outcome = plan.outcome(plan.need())
    plan.to_review(outcome)
    return outcome


def again(plan: Plan, outcome: str, result: str) -> str:
    """Record a review, and another one, after the plan went on."""
    if plan.api.sql("SELECT 1 FROM review"):
        plan.family.move("worker", "continue_plan")
        plan.family.step("worker", "startReview")
    return plan.review({outcome: result}, **plan.going_on())


def refused(api: Api, who: str, review: str, **more: Any) -> list[tuple[str, str | None]]:
    asked = {"reviewId": review, "expectedRevision": 1, "view": "Too much at once.", **more}
    return [(each["code"], each["reason"]) for each in api.refused(who, "considerDrift", REVIEW, **asked)]


def view(api: Api, review: str, who: str = "manager", **more: Any) -> Any:
    given = {"reviewId": review, "expectedRevision": 1, "view": "Too much at once.", **more}
    return api.do(who, "considerDrift", REVIEW, **given)


def test_is_given_after_three_reviews_without_movement(api: Api, plan: Plan, outcome: str) -> None:
    counted, reviews = [], []
    for result in ("PARTLY", "PARTLY", "NOT_ACHIEVED", "NOT_ACHIEVED"):
        reviews.append(again(plan, outcome, result))
        counted.append(plan.fact(reviews_without_movement))

    assert counted == [0, 1, 2, 3]
    assert plan.fact(drift_considered) is False
    found = view(api, reviews[-1])
    assert (found["driftView"], found["driftBy"], found["revision"]) == ("Too much at once.", {"name": "Dawn Fry"}, 2)
    assert plan.fact(drift_considered) is True
    assert api.events("case", plan.family.case)[-1] == "DriftConsidered"

    again(plan, outcome, "NOT_ACHIEVED")
    assert (plan.fact(reviews_without_movement), plan.fact(drift_considered)) == (4, True)
    again(plan, outcome, "PARTLY")
    assert (plan.fact(reviews_without_movement), plan.fact(drift_considered)) == (0, False)


def test_a_first_review_that_finds_nothing_better_is_the_first_without_movement(plan: Plan, outcome: str) -> None:
    again(plan, outcome, "NOT_ACHIEVED")

    assert plan.fact(reviews_without_movement) == 1


def test_the_familys_number_is_never_looked_at(api: Api, plan: Plan, outcome: str) -> None:
    for scale in (1, 9):
        again(plan, outcome, "NOT_ACHIEVED")
        api.sql("UPDATE review_outcome SET scale = $1", scale)

    assert plan.fact(reviews_without_movement) == 2


def test_refuses_before_the_third_and_on_an_earlier_one(api: Api, plan: Plan, outcome: str) -> None:
    first, second = again(plan, outcome, "NOT_ACHIEVED"), again(plan, outcome, "NOT_ACHIEVED")
    assert refused(api, "manager", second) == [("REFUSED", "drift")]

    third = again(plan, outcome, "NOT_ACHIEVED")
    assert refused(api, "manager", first) == [("REFUSED", "latest_review")]
    assert refused(api, "worker", third) == [("NOT_PERMITTED", None)]
    assert refused(api, "southerner", third) == [("NOT_FOUND", None)]
    assert refused(api, "manager", third, expectedRevision=2) == [("CONFLICT", None)]


def test_is_written_anew_by_another_manager(api: Api, plan: Plan, outcome: str) -> None:
    third = [again(plan, outcome, "NOT_ACHIEVED") for _ in range(3)][-1]
    view(api, third)
    assert refused(api, "manager", third, expectedRevision=2) == [("ALREADY_DONE", None)]

    found = view(api, third, "service_manager", expectedRevision=2, view="One thing at a time.")

    assert (found["driftView"], found["driftBy"], found["revision"]) == ("One thing at a time.", {"name": "Ines Duarte"}, 3)
