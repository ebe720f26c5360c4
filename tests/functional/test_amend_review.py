"""Correcting a review: with a reason, and the day of the next one while the case is still in it."""

import datetime as dt
from typing import Any

import pytest

from service.reviews.facts import agreement_reconfirmed, outcomes_achieved_share
from tests.functional.api import Api
from tests.functional.plans import TODAY, Plan, day

REVIEW = "review { childViews agreementReconfirmed nextReviewOn revision judgements { result scale outcome { id } } }"


@pytest.fixture
def outcomes(plan: Plan) -> tuple[str, str]:
    """Two outcomes of a plan that is in review."""
    made = plan.outcome(plan.need()), plan.outcome(plan.need())
    plan.to_review(made[0])
    return made


@pytest.fixture
def review(plan: Plan, outcomes: tuple[str, str]) -> str:
    """A review that found nothing better."""
    return plan.review(dict.fromkeys(outcomes, "NOT_ACHIEVED"))


def refused(api: Api, who: str, review: str, **more: Any) -> list[tuple[str, list[str]]]:
    asked = {"reviewId": review, "expectedRevision": 1, "reason": "Read again with her.", **more}
    return [(each["code"], each["path"]) for each in api.refused(who, "amendReview", REVIEW, **asked)]


def amend(api: Api, review: str, **more: Any) -> Any:
    given = {"reviewId": review, "expectedRevision": 1, "reason": "Read again with her.", **more}
    return api.do("worker", "amendReview", REVIEW, **given)


def test_corrects_what_was_said_and_how_one_outcome_went(api: Api, plan: Plan, outcomes: tuple[str, str], review: str) -> None:
    judged = [{"outcomeId": outcomes[0], "result": "PARTLY", "scale": 6}]

    found = amend(api, review, childViews="She sleeps.", judgements=judged)

    assert {(each["outcome"]["id"], each["result"], each["scale"]) for each in found["judgements"]} == {
        (outcomes[0], "PARTLY", 6),
        (outcomes[1], "NOT_ACHIEVED", 5),
    }
    assert (found["childViews"], found["revision"]) == ("She sleeps.", 2)
    assert plan.fact(outcomes_achieved_share) == 0.5
    payload = api.last_payload("case", plan.family.case)
    assert (payload["before"]["child_views"], payload["why"]) == ("It is better.", "Read again with her.")


def test_records_later_that_the_family_was_asked_again(api: Api, plan: Plan, review: str) -> None:
    assert plan.fact(agreement_reconfirmed) is False

    found = amend(api, review, agreementReconfirmed=True, reconfirmedById=plan.family.mother)

    assert found["agreementReconfirmed"] is True
    assert plan.fact(agreement_reconfirmed) is True


def test_sets_the_next_day_while_it_is_under_way_and_not_after(api: Api, plan: Plan, review: str) -> None:
    assert amend(api, review, nextReviewOn=day(30))["nextReviewOn"] == day(30)
    assert [row["next_review_on"] for row in api.sql("SELECT next_review_on FROM cases")] == [TODAY + dt.timedelta(days=30)]
    assert refused(api, "worker", review, expectedRevision=2, nextReviewOn=day(85)) == [("BAD_USER_INPUT", ["nextReviewOn"])]

    amend(api, review, expectedRevision=2, agreementReconfirmed=True, reconfirmedById=plan.family.mother)
    plan.family.move("worker", "continue_plan")

    assert refused(api, "worker", review, expectedRevision=3, nextReviewOn=day(31)) == [("REFUSED", ["nextReviewOn"])]
    assert amend(api, review, expectedRevision=3, childViews="She sleeps.")["revision"] == 4


def test_refuses_to_empty_it_an_old_revision_and_a_change_of_nothing(api: Api, review: str) -> None:
    assert refused(api, "worker", review, childViews=None) == [("BAD_USER_INPUT", ["childViews"])]
    assert refused(api, "worker", review, heldOn=day(1)) == [("BAD_USER_INPUT", ["heldOn"])]
    assert refused(api, "worker", review, expectedRevision=2, childViews="She sleeps.") == [("CONFLICT", ["expectedRevision"])]
    assert refused(api, "worker", review, childViews="It is better.", nextReviewOn=None) == [("ALREADY_DONE", [])]
    assert refused(api, "worker", review, judgements=[{"outcomeId": "outcome_1", "result": "PARTLY", "scale": 1}]) == [
        ("NOT_FOUND", ["judgements", "0", "outcomeId"])
    ]


def test_refuses_who_may_not_and_who_may_not_see(api: Api, review: str) -> None:
    assert refused(api, "manager", review, childViews="She sleeps.") == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", review, childViews="She sleeps.") == [("NOT_FOUND", [])]
