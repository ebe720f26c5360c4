"""How far ahead the dates of a case may lie, and which dates in the form of a move cannot be right."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from service.cases.ending import OfChild, ending_problem
from service.cases.rules import Cycle, Standing, data_problems, limit_of, moved, new_due_date
from service.configuration.in_force import PUBLISHED
from service.errors import BadInput
from workflows import WORKFLOWS
from workflows.kit import Verdict

WORKFLOW = WORKFLOWS["early-help", 1]
PLAN, PAUSED = (WORKFLOW.states[key].level for key in ("plan_active", "paused"))
TODAY = dt.date(2026, 6, 1)


def at(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T10:00:00+00:00")


def standing(state: str, entered: str, *, trigger: str = "start_plan", since: str = "2026-03-02", **more: Any) -> Standing:
    return Standing(WORKFLOW, state, at(entered), at("2026-06-09"), cycle=Cycle(trigger, at(since)), **more)


@pytest.mark.parametrize(
    ("state", "trigger", "since", "paused_for", "limit"),
    [
        ("plan_active", "start_plan", "2026-03-02", 0, "2026-04-13"),
        ("plan_active", "continue_plan", "2026-03-02", 0, "2026-05-25"),
        ("plan_active", "start_plan", "2026-03-02", 10, "2026-04-23"),
        ("paused", "start_plan", "2026-03-02", 0, "2026-05-13"),
        ("paused", "continue_plan", "2026-03-02", 0, "2026-05-13"),
    ],
)
def test_a_cycle_counts_from_its_beginning_without_its_pauses_and_a_pause_from_its_own(
    state: str, trigger: str, since: str, paused_for: int, limit: str
) -> None:
    here = standing(state, "2026-04-01", trigger=trigger, since=since)
    level = WORKFLOW.states[state].level
    assert level

    assert limit_of(level, here, paused_for=dt.timedelta(days=paused_for)) == dt.date.fromisoformat(limit)


def test_nobody_gets_a_longer_cycle_by_pausing() -> None:
    here = standing("paused", "2026-03-09", paused_from="plan_active", days_left=20)
    resumed = Verdict("resume", "paused", "plan_active", "RESUME_CASE", "CaseResumed")

    def review(day: str) -> Mapping[str, Any]:
        data = {"next_review_on": dt.date.fromisoformat(day)}
        return moved(here, resumed, now=at("2026-03-16"), settings=PUBLISHED, data=data)

    assert review("2026-04-20")["next_review_on"] == dt.date(2026, 4, 20)
    with pytest.raises(BadInput, match="no later than 20 April 2026"):
        review("2026-04-21")


def test_a_plan_keeps_the_cap_under_which_its_cycle_began_and_a_pause_that_of_its_own() -> None:
    then, now = PUBLISHED.with_("reviews.first", None, 8), PUBLISHED.with_("reviews.first", None, 2).with_("pause.limit", None, 3)
    here = standing("plan_active", "2026-03-02")
    assert here.cycle
    plan = replace(here, cycle=replace(here.cycle, settings=then))
    pause = standing("paused", "2026-03-02", paused_from="assessing")

    day = dt.date(2026, 4, 27)  # eight weeks after the plan began
    assert new_due_date(plan, now=at("2026-03-09"), chosen=day, settings=now)["next_review_on"] == day
    with pytest.raises(BadInput, match="no later than 23 March 2026"):
        new_due_date(pause, now=at("2026-03-09"), chosen=day, settings=now)


def test_what_a_pause_leaves_moves_the_day_of_the_review() -> None:
    here = standing("paused", "2026-03-09", paused_from="plan_active", days_left=5, next_review_on=dt.date(2026, 3, 16))
    resumed = Verdict("resume", "paused", "plan_active", "RESUME_CASE", "CaseResumed")

    after = moved(here, resumed, now=at("2026-03-23"), settings=PUBLISHED, data={})

    assert after["next_review_on"] == dt.date(2026, 3, 30)
    assert after["due_at"] == dt.datetime(2026, 3, 30, 23, tzinfo=dt.UTC)


@pytest.mark.parametrize("trigger", ["reassess", "start_review"])
def test_what_begins_anew_forgets_the_day_of_the_review(trigger: str) -> None:
    here = standing("plan_active", "2026-03-02", next_review_on=dt.date(2026, 4, 1))
    transition = WORKFLOW.triggers[trigger]
    verdict = Verdict(trigger, "plan_active", transition.target, transition.action, transition.event)

    assert moved(here, verdict, now=at("2026-03-20"), settings=PUBLISHED, data={})["next_review_on"] is None


def test_a_date_can_no_longer_be_set_when_the_last_one_allowed_has_passed() -> None:
    here = standing("plan_active", "2026-03-02")

    with pytest.raises(BadInput, match="13 April 2026, has passed"):
        new_due_date(here, now=at("2026-05-01"), chosen=dt.date(2026, 5, 2), settings=PUBLISHED)


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"decided_on": "2026-06-01"}, None),
        ({"decided_on": "2026-01-12"}, None),
        ({"decided_on": "2026-01-11"}, "decidedOn"),
        ({"started_on": "1900-01-01"}, "startedOn"),
        ({"meeting_on": "2026-06-02"}, "meetingOn"),
        ({"moved_on": "2025-12-01"}, None),
        ({"moved_on": "2024-12-01"}, "movedOn"),
        ({"pause_until": "2026-05-31"}, "pauseUntil"),
        ({"pause_until": "2026-06-01"}, None),
        ({"next_review_on": "2026-05-31"}, "nextReviewOn"),
    ],
)
def test_which_days_can_be_right(data: Mapping[str, str], path: str | None) -> None:
    given = {name: dt.date.fromisoformat(day) for name, day in data.items()}

    found = data_problems(given, children=(), people=(), found=(), today=TODAY, opened=dt.date(2026, 1, 12))

    assert [problem.path for problem in found] == ([(path,)] if path else [])


def test_a_concern_is_about_somebody() -> None:
    [problem] = data_problems({"children": []}, children=(), people=(), found=(), today=TODAY, opened=TODAY)

    assert (problem.message, problem.path) == ("Name at least one child.", ("childIds",))


@pytest.mark.parametrize(
    ("reason", "facts", "said"),
    [
        ("SINGLE_AGENCY", {}, None),
        ("OPENED_IN_ERROR", {}, None),
        ("DUPLICATE", {}, "reason_for_a_child"),
        ("MOVED_LA", {}, "reason_for_a_child"),
        ("NOT_A_REASON", {}, "reason_for_a_child"),
        ("NEEDS_MET", {}, "reason_supported"),
        ("NEEDS_MET", {"was_assessed": True}, None),
        ("NO_FURTHER_ACTION", {}, "reason_supported"),
        ("NO_FURTHER_ACTION", {"was_assessed": True}, None),
        ("DECLINED", {"agreed": True}, "reason_supported"),
        ("DECLINED", {}, None),
        ("CONSENT_WITHDRAWN", {"agreed": True, "was_checked": True}, "reason_supported"),
        ("CONSENT_WITHDRAWN", {}, "reason_supported"),
        ("CONSENT_WITHDRAWN", {"was_checked": True}, None),
        ("MOVED_NO_TRANSFER", {}, "reason_supported"),
        ("MOVED_NO_TRANSFER", {"was_checked": True}, None),
        ("DECEASED", {}, "reason_supported"),
        ("DECEASED", {"died_on": TODAY}, None),
        ("EHC_PLAN", {}, "reason_supported"),
        ("EHC_PLAN", {"ehc_plan_on": TODAY}, None),
        ("STEP_UP_S17", {}, "reason_supported"),
        ("STEP_UP_LAC", {"is_taken": True}, None),
        ("SINGLE_AGENCY", {}, None),
        ("AGED_OUT", {}, "reason_supported"),
        ("AGED_OUT", {"born": dt.date(2008, 6, 2)}, "reason_supported"),
        ("AGED_OUT", {"born": dt.date(2008, 6, 1)}, None),
    ],
)
def test_for_which_reasons_help_can_end_for_one_child(reason: str, facts: Mapping[str, Any], said: str | None) -> None:
    problem = ending_problem(WORKFLOW, reason, OfChild(**facts), today=TODAY)

    assert (problem and problem.reason) == said
