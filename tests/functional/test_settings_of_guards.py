"""What the council sets of guards, reviews and re-referrals counts from its instant on, and changes nothing of what was before."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.reviews.facts import review_limit
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.configuring import bring_into_force, day, put, today
from tests.functional.families import CASE, CommonAssessment, Family
from tests.functional.recording import check_safety, pause, tell_referrer

ASKED = "query($id: ID!) { case(id: $id) { availableMoves { trigger refusals { code message } } } }"


def refusals(family: Family, trigger: str, who: str = "manager") -> dict[str, str]:
    """Return why a step cannot be taken, as the screen says it."""
    moves = family.api.ask(who, ASKED, id=family.case)["case"]["availableMoves"]
    [found] = [each["refusals"] for each in moves if each["trigger"] == trigger]
    return {each["code"]: each["message"] for each in found}


def refused(family: Family, who: str, mutation: str, **given: Any) -> list[str | None]:
    """Return the reasons of a refusal, after which nothing has changed."""
    found = family.api.refused(who, mutation, CASE, caseId=family.case, expectedVersion=family.version(), **given)
    return [each["reason"] for each in found]


@pytest.fixture
def unreached(family: Family) -> Family:
    """A family whom somebody rang once, yesterday."""
    family.awaiting_agreement()
    given = {"triedOn": day(-1), "means": "TELEPHONE", "reached": False}
    family.record("worker", "logContactAttempt", "contactAttempt", **given)
    check_safety(family)
    tell_referrer(family)
    return family


def test_how_hard_a_family_is_tried_is_the_councils_to_say(api: Api, unreached: Family) -> None:
    said = "Log at least three attempts to reach the family, on three days and by two ways."
    plans = [put(api, f"contact.{name}", number=1, ahead=2) for name in ("attempts", "days", "ways")]
    assert refusals(unreached, "record_no_contact") == {"attempts_logged": said}
    assert refused(unreached, "manager", "recordNoContact", note="Nobody.") == ["attempts_logged"]

    for plan in plans:
        bring_into_force(api, plan["id"])

    assert refusals(unreached, "record_no_contact") == {}
    assert unreached.step("manager", "recordNoContact", note="Nobody.")["state"] == "not_agreed"


def test_more_attempts_than_days_can_be_wanted(api: Api, unreached: Family) -> None:
    put(api, "contact.attempts", number=5)
    put(api, "contact.days", number=1)

    said = refusals(unreached, "record_no_contact")

    assert said == {"attempts_logged": "Log at least five attempts to reach the family, on one day and by two ways."}


@pytest.mark.parametrize("kind", [Family, CommonAssessment])
def test_a_case_is_paused_as_often_as_the_council_allows(api: Api, kind: type[Family]) -> None:
    family = kind(api)
    family.assessing()
    pause(family)
    family.step("worker", "resumeCase")
    assert refusals(family, "pause") == {}
    plan = put(api, "pause.times", number=1, ahead=5)
    assert refusals(family, "pause") == {}

    bring_into_force(api, plan["id"])

    said = "This case was paused as often as the council allows (1 time). Take another step, or end the case."
    assert refusals(family, "pause") == {"pauses_left": said}
    given = {"askedById": family.mother, "why": "A funeral.", "pauseUntil": day(5)}
    assert refused(family, "worker", "pauseCase", **given) == ["pauses_left"]


def test_twice_while_nothing_is_set(family: Family) -> None:
    family.assessing()
    for _ in range(2):
        pause(family)
        family.step("worker", "resumeCase")

    assert list(refusals(family, "pause")) == ["pauses_left"]


def days(family: Family) -> int:
    """Return how many days ahead the last day for the next review is, as the guard is told it."""
    return (dt.date.fromisoformat(fact(family, review_limit)) - today()).days


def test_a_cycle_under_way_keeps_its_limit_and_the_next_one_goes_by_what_is_set(api: Api, family: Family) -> None:
    family.first_review = 21
    family.planned()
    put(api, "reviews.first", number=3)
    assert days(family) == 21
    family.move("worker", "start_plan")
    plan = put(api, "reviews.first", number=5, ahead=2)
    put(api, "reviews.later", number=4)
    api.sql("UPDATE visit SET entered_at = entered_at - interval '3 days', left_at = left_at - interval '3 days'")
    api.sql(
        "UPDATE setting SET set_at = set_at - interval '4 days', in_force_at = in_force_at - interval '4 days' WHERE name = 'reviews.first'"
    )
    bring_into_force(api, plan["id"])
    assert days(family) == 18

    late = {"caseId": family.case, "expectedVersion": family.version(), "date": day(19), "why": "The school asked."}
    [problem] = api.refused("worker", "moveDueDate", CASE, **late)
    assert problem["path"] == ["date"]

    family.step("worker", "startReview")
    assert days(family) == 28


def test_a_review_cannot_be_set_later_than_the_council_has_it(api: Api, family: Family) -> None:
    family.reviewing()
    put(api, "reviews.later", number=4)

    with pytest.raises(AssertionError, match="no later than"):
        family.review(nextReviewOn=day(29))

    family.review(nextReviewOn=day(28))
    family.move("worker", "continue_plan")
    assert family.state() == "plan_active"


def is_rereferral(family: Family) -> bool:
    """Tell whether the case counts as a re-referral."""
    asked = "query($id: ID!) { case(id: $id) { isRereferral } }"
    return bool(family.api.ask("service_manager", asked, id=family.case)["case"]["isRereferral"])


def test_a_case_counts_as_a_rereferral_by_the_window_of_the_day_on_which_it_was_opened(api: Api, family: Family) -> None:
    long_ago = "now() - interval '300 days'"
    family.ask_for_help()
    api.sql(f"UPDATE cases SET opened_at = {long_ago}, closed_at = {long_ago}, reason = 'NEEDS_MET' WHERE id = $1", UUID(family.case[5:]))
    family.ask_for_help(who="front_door_manager")
    api.sql("UPDATE cases SET opened_at = opened_at - interval '2 days' WHERE id = $1", UUID(family.case[5:]))

    plan = put(api, "rereferral.months", number=6, ahead=3)
    assert is_rereferral(family)
    bring_into_force(api, plan["id"])
    assert is_rereferral(family)

    api.sql("UPDATE cases SET opened_at = now() WHERE id = $1", UUID(family.case[5:]))
    assert not is_rereferral(family)
