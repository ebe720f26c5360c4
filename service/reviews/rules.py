"""What a review must say, and how far ahead the next one may lie. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from service.cases.rules import Standing, level_of_date, limit_of, refuse_past
from service.configuration.in_force import InForce
from service.deadlines.rules import FIRST_PLAN, day_in_london, end_of, latest
from service.errors import ErrorCode, Problem, Refused
from service.plans.rules import scale_problems
from workflows.kit import Level, Workflow

REVIEWED, PAUSED = "reviewing", "paused"
LATER_CYCLE = "continue_plan"
"""The trigger that begins every cycle of a plan but the first."""
WITHOUT_MOVEMENT = 3
"""After so many reviews in a row in which no outcome got better a manager looks at the plan."""
EDITABLE = ("held_on", "child_views", "family_views", "agreement_reconfirmed", "reconfirmed_by")
ALWAYS_FILLED = {"held_on": "heldOn", "child_views": "childViews", "family_views": "familyViews"}
"""What cannot be cleared, as a client spells it."""


def plan_state(workflow: Workflow[Any]) -> tuple[str, Level]:
    """Return the state in which a plan is under way, and its level: the one that lasts until the next review."""
    return next((state.key, state.level) for state in workflow.states.values() if state.level and state.level.fact == "next_review_on")


def review_limit(here: Standing, *, now: dt.datetime, settings: InForce) -> dt.date | None:
    """Return the latest day for the next review: within the plan's present cycle, or counted from now where the next is still to begin."""
    plan, published = plan_state(here.workflow)
    under_way = level_of_date(here, plan, settings) or published
    if here.state == plan:
        return limit_of(under_way, here)
    if here.state == PAUSED and here.paused_from == plan:
        return limit_of(under_way, here, paused_for=now - here.entered_at)
    return latest(settings.capped(published), since=day_in_london(now), trigger=LATER_CYCLE if here.state == REVIEWED else FIRST_PLAN)


def next_review(here: Standing, chosen: dt.date | None, *, now: dt.datetime, settings: InForce) -> dict[str, Any]:
    """Return the columns of a case with the day of its next review, which also is when a plan under way is due. Raise BadInput."""
    if chosen is None:
        return {"next_review_on": here.next_review_on, "due_at": here.due_at}
    refuse_past(review_limit(here, now=now, settings=settings), chosen=chosen, today=day_in_london(now), path="nextReviewOn")
    plan, _ = plan_state(here.workflow)
    return {"next_review_on": chosen, "due_at": end_of(chosen) if here.state == plan else here.due_at}


def problems(review: Mapping[str, Any], *, family: Collection[UUID], opened: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in a review; `family`: who belongs to it, `opened`: the day on which the case was opened."""
    if not opened <= review["held_on"] <= today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose a day since the case was opened that is not later than today.", ("heldOn",))
    if (review["agreement_reconfirmed"] is None) != (review["reconfirmed_by"] is None):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say who was asked again and what they answered, or leave out both.", ("reconfirmedById",))
    elif review["reconfirmed_by"] and review["reconfirmed_by"] not in family:
        yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id on the case or in its household.", ("reconfirmedById",))


def judged(judgements: Sequence[Mapping[str, Any]], outcomes: Collection[UUID]) -> Iterator[Problem]:
    """Say what is wrong with the judgements of a review: each is of one of the outcomes, each outcome once, with a number or why not."""
    seen: set[UUID] = set()
    for index, each in enumerate(judgements):
        path = ("judgements", str(index))
        if each["outcome_id"] not in outcomes:
            yield Problem(ErrorCode.NOT_FOUND, "There is no open outcome by this id in the plan.", (*path, "outcomeId"))
        elif each["outcome_id"] in seen:
            yield Problem(ErrorCode.BAD_USER_INPUT, "Judge each outcome once.", (*path, "outcomeId"))
        seen.add(each["outcome_id"])
        yield from scale_problems(each.get("scale"), each.get("scale_why_not"), *path, "scale")


def every_one(judgements: Sequence[Mapping[str, Any]], outcomes: Collection[UUID]) -> Iterator[Problem]:
    """Say how many open outcomes a review leaves out: it looks at the whole plan."""
    left = len(set(outcomes) - {each["outcome_id"] for each in judgements})
    if left:
        said = "One open outcome is left out" if left == 1 else f"{left} open outcomes are left out"
        yield Problem(ErrorCode.BAD_USER_INPUT, f"{said}. Say of each open outcome how it went.", ("judgements",), "every_outcome")


def refuse_unless_reviewed(state: str, *, of_meeting: bool) -> None:
    """Raise Refused for a review of a case that is not in review, unless it records a meeting."""
    if state != REVIEWED and not of_meeting:
        said = "This case is not in review. Start the review first, or name the meeting at which the plan was reviewed."
        raise Refused(said, path=("caseId",), reason="in_review")


def refuse_early_view(without_movement: int, *, is_latest: bool) -> None:
    """Raise Refused unless the last reviews in a row have shown no movement, and the view is of the latest of them."""
    if without_movement < WITHOUT_MOVEMENT:
        said = f"A manager's view is asked for after three reviews without movement; there have been {without_movement}."
        raise Refused(said, path=("reviewId",), reason="drift")
    if not is_latest:
        raise Refused("Give your view on the latest review of the case.", path=("reviewId",), reason="latest_review")
