"""Recording a review of a plan: what was said, how every open outcome went, and when the next one is."""

import datetime as dt
from typing import Any

import pytest

from service.reviews.facts import agreement_reconfirmed, outcomes_achieved_share, review_limit, review_recorded
from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.plans import TODAY, Plan, day

REVIEW = (
    "review { id heldOn childViews familyViews agreementReconfirmed nextReviewOn revision driftView reconfirmedBy { givenName } "
    "judgements { result scale scaleWhyNot outcome { id } } meeting { id } }"
)


@pytest.fixture
def outcomes(api: Api, family: Family) -> tuple[str, str]:
    """Two outcomes of a plan that is in review."""
    family.assessing()
    plan = Plan(api, family)
    made = plan.outcome(plan.need()), plan.outcome(plan.need(family.jake), wording="Jake is in school by nine.")
    plan.to_review(made[0])
    return made


@pytest.fixture
def plan(api: Api, family: Family, outcomes: tuple[str, str]) -> Plan:
    """That plan."""
    return Plan(api, family)


def refused(api: Api, who: str, given: dict[str, Any]) -> list[tuple[str, str | None, list[str]]]:
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, "recordReview", REVIEW, **given)]


def test_judges_every_open_outcome_and_sets_the_next_day(api: Api, plan: Plan, outcomes: tuple[str, str]) -> None:
    first, second = outcomes
    version = plan.family.version()
    assert (plan.fact(review_recorded), plan.fact(agreement_reconfirmed), plan.fact(outcomes_achieved_share)) == (False, False, None)

    more = {"agreementReconfirmed": True, "reconfirmedById": plan.family.mother, "nextReviewOn": day(84)}
    found = api.do("worker", "recordReview", REVIEW, **plan.said({first: "ACHIEVED", second: "NOT_ACHIEVED"}, **more))

    assert {(each["outcome"]["id"], each["result"], each["scale"]) for each in found["judgements"]} == {
        (first, "ACHIEVED", 5),
        (second, "NOT_ACHIEVED", 5),
    }
    assert (found["reconfirmedBy"], found["nextReviewOn"], found["revision"]) == ({"givenName": "Sarah"}, day(84), 1)
    assert (plan.fact(review_recorded), plan.fact(agreement_reconfirmed), plan.fact(outcomes_achieved_share)) == (True, True, 0.5)
    assert [row["next_review_on"] for row in api.sql("SELECT next_review_on FROM cases")] == [TODAY + dt.timedelta(days=84)]
    assert plan.family.version() == version + 1
    assert api.events("case", plan.family.case)[-1] == "ReviewRecorded"


def test_the_next_stay_in_review_has_a_review_of_its_own(plan: Plan, outcomes: tuple[str, str]) -> None:
    said = {**plan.going_on(), "agreementReconfirmed": False}
    review = plan.review(dict.fromkeys(outcomes, "PARTLY"), **said)
    assert (plan.fact(review_recorded), plan.fact(agreement_reconfirmed), plan.fact(outcomes_achieved_share)) == (True, False, 1.0)
    given = {"reviewId": review, "expectedRevision": 1, "reason": "Asked again.", "agreementReconfirmed": True}
    plan.api.do("worker", "amendReview", REVIEW, **given)

    plan.family.move("worker", "continue_plan")
    assert plan.fact(review_recorded) is False
    plan.family.step("worker", "startReview")
    assert (plan.fact(review_recorded), plan.fact(outcomes_achieved_share)) == (False, None)


def test_refuses_to_leave_an_outcome_out_or_to_judge_one_twice_or_one_that_has_ended(
    api: Api, plan: Plan, outcomes: tuple[str, str]
) -> None:
    first, second = outcomes
    assert refused(api, "worker", plan.said({first: "PARTLY"})) == [("BAD_USER_INPUT", "every_outcome", ["judgements"])]
    twice = plan.said(dict.fromkeys(outcomes, "PARTLY"))
    twice["judgements"].append(twice["judgements"][0])
    assert refused(api, "worker", twice) == [("BAD_USER_INPUT", None, ["judgements", "2", "outcomeId"])]
    api.do("worker", "endOutcome", "outcome { id }", outcomeId=second, isAchieved=True, why="He is.")
    found = refused(api, "worker", plan.said(dict.fromkeys(outcomes, "PARTLY")))
    assert found == [("NOT_FOUND", None, ["judgements", "1", "outcomeId"])]
    assert plan.review({first: "PARTLY"})


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"heldOn": day(1)}, ["heldOn"]),
        ({"heldOn": "2026-01-01"}, ["heldOn"]),
        ({"agreementReconfirmed": True}, ["reconfirmedById"]),
        ({"nextReviewOn": day(85)}, ["nextReviewOn"]),
        ({"nextReviewOn": day(-1)}, ["nextReviewOn"]),
        ({"childViews": " "}, ["childViews"]),
    ],
)
def test_refuses_what_cannot_be(api: Api, plan: Plan, outcomes: tuple[str, str], more: dict[str, Any], path: list[str]) -> None:
    given = plan.said(dict.fromkeys(outcomes, "PARTLY"), **more)

    assert [(code, at) for code, _, at in refused(api, "worker", given)] == [("BAD_USER_INPUT", path)]


def test_refuses_a_number_off_the_scale_and_none_without_a_reason(api: Api, plan: Plan, outcomes: tuple[str, str]) -> None:
    given = plan.said(dict.fromkeys(outcomes, "PARTLY"))
    given["judgements"][0]["scale"], given["judgements"][1]["scale"] = 11, None

    assert refused(api, "worker", given) == [
        ("BAD_USER_INPUT", None, ["judgements", "0", "scale"]),
        ("BAD_USER_INPUT", None, ["judgements", "1", "scale"]),
    ]


def test_is_recorded_once_for_a_stay_and_once_for_a_key(api: Api, plan: Plan, outcomes: tuple[str, str]) -> None:
    given = plan.said(dict.fromkeys(outcomes, "PARTLY"), idempotencyKey="once")
    first = api.do("worker", "recordReview", REVIEW, **given)

    assert api.do("worker", "recordReview", REVIEW, **given) == first
    again = plan.said(dict.fromkeys(outcomes, "PARTLY"))
    assert refused(api, "worker", again) == [("ALREADY_DONE", None, ["caseId"])]


def test_outside_of_a_review_it_is_of_a_meeting(api: Api, family: Family) -> None:
    family.plan_active()
    plan = Plan(api, family)
    outcome = family.outcome
    assert refused(api, "worker", plan.said({outcome: "PARTLY"})) == [("REFUSED", "in_review", ["caseId"])]
    meeting = plan.meet()

    found = api.do("worker", "recordReview", REVIEW, **plan.said({outcome: "PARTLY"}, meetingId=meeting))

    assert found["meeting"] == {"id": meeting}
    assert plan.fact(review_recorded) is False
    strange = plan.said({outcome: "PARTLY"}, meetingId="meeting_00000000-0000-0000-0000-000000000001")
    assert refused(api, "worker", strange) == [("NOT_FOUND", None, ["meetingId"])]
    assert refused(api, "worker", plan.said({outcome: "PARTLY"}, meetingId=meeting)) == [("ALREADY_DONE", None, ["meetingId"])]


def test_the_limit_is_six_weeks_first_and_then_twelve(api: Api, family: Family) -> None:
    family.planned()
    plan, weeks = Plan(api, family), dt.timedelta(weeks=6)
    assert plan.fact(review_limit) == TODAY + weeks

    family.move("worker", "start_plan")
    assert plan.fact(review_limit) == TODAY + weeks
    family.step("worker", "startReview")
    assert plan.fact(review_limit) == TODAY + 2 * weeks
    family.review()
    family.move("worker", "continue_plan")
    api.sql("UPDATE visit SET entered_at = entered_at - interval '3 days', left_at = left_at - interval '3 days'")
    assert plan.fact(review_limit) == TODAY + 2 * weeks - dt.timedelta(days=3)


def test_refuses_who_may_not_who_may_not_see_and_a_stranger(api: Api, plan: Plan, outcomes: tuple[str, str]) -> None:
    given = plan.said(dict.fromkeys(outcomes, "PARTLY"))
    stranger = {"agreementReconfirmed": True, "reconfirmedById": plan.family.person("Ann", "ADULT")}

    assert refused(api, "manager", given) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", given) == [("NOT_FOUND", None, [])]
    assert refused(api, "worker", {**given, **stranger}) == [("NOT_FOUND", None, ["reconfirmedById"])]
