"""How a case moves: what a trigger makes of it. Pure."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.configuration.in_force import InForce
from service.deadlines.rules import day_in_london, due_at, latest, working_days_left
from service.errors import BadInput, ErrorCode, Problem, Refused
from service.spelling import camel
from workflows import WORKFLOWS
from workflows.kit import Clock, Transition, Verdict, Workflow, in_words

OPENING = ("early-help", 1)
"""The workflow and version on which a new case is opened."""


@dataclass(frozen=True)
class Standing:
    """Where a case stands: its workflow, its state, since when, until when, and what a pause keeps."""

    workflow: Workflow[Any]
    state: str
    due_at: dt.datetime | None
    paused_from: str | None = None
    next_review_on: dt.date | None = None
    days_left: int | None = None


def workflow_of(row: Mapping[str, Any]) -> Workflow[Any]:
    """Return the version that a case stays on."""
    return WORKFLOWS[row["workflow"], row["workflow_version"]]


def standing_of(row: Mapping[str, Any]) -> Standing:
    """Return where a case stands."""
    return Standing(workflow_of(row), row["state"], row["due_at"], row["paused_from"], row["next_review_on"], row["days_left"])


def judge(workflow: Workflow[Any], state: str, trigger: str, facts: Any) -> Verdict:
    """Return where a trigger leads. Raise Refused with every reason."""
    verdict = workflow.judge(state, trigger, facts)
    if not verdict.allowed:
        raise Refused.because([Problem(ErrorCode.REFUSED, reason.message, ("caseId",), reason.code) for reason in verdict.reasons])
    return verdict


MOVE_CASE = "moveCase"
SINCE_WHEN = ("started_on", "decided_on", "meeting_on", "moved_on")
"""Dates in the form of a move that say when something happened."""


def mutation_of(workflow: Workflow[Any], transition: Transition[Any]) -> str:
    """Name the mutation that runs a transition: the generic one, or one of its own, named like its permission if that is its alone."""
    if transition.text_only:
        return MOVE_CASE
    shared = sum(each.action == transition.action for each in workflow.transitions) > 1
    return camel((transition.trigger if shared else transition.action).lower())


def generic(workflow: Workflow[Any], trigger: str) -> Transition[Any]:
    """Return a transition that carries a text at most. Raise BadInput for one that there is not, or that has a mutation of its own."""
    transition = workflow.triggers.get(trigger)
    if transition is None:
        raise BadInput("There is no such step. Ask the case for its availableMoves.", path=("trigger",))
    if not transition.text_only:
        raise BadInput(f"This step carries more than a note. Use {mutation_of(workflow, transition)}.", path=("trigger",))
    return transition


def data_problems(
    data: Mapping[str, Any], *, children: Collection[Any], people: Collection[Any], found: Collection[str], today: dt.date
) -> Iterator[Problem]:
    """Say what cannot be right in the form of a move: dates that lie ahead; people, agencies and cases that are not there.

    `children` and `people`: the keys of the children on the case, and of all who belong to it. `found`: which named records are there.
    """
    for name in SINCE_WHEN:
        if data.get(name) and data[name] > today:
            yield Problem(ErrorCode.BAD_USER_INPUT, f"This cannot be later than today, {in_words(today)}.", (camel(name),))
    for index, child in enumerate(data.get("children") or ()):
        if child not in children:
            yield Problem(ErrorCode.BAD_USER_INPUT, "Name children whose help on this case has not ended.", ("childIds", str(index)))
    if data.get("asked_by") and data["asked_by"] not in people:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Name somebody of this case or its household.", ("askedById",))
    for name in ("agency", "surviving_case"):
        if data.get(name) and name not in found:
            yield Problem(ErrorCode.NOT_FOUND, "There is nothing by this id that you may see.", (f"{camel(name)}Id",))
    if data.get("council") and not re.fullmatch(r"[0-9]{3}", data["council"], re.ASCII):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Give the three digits of the council's code, such as 878.", ("council",))


def reason_problems(reason: str | None, settings: InForce) -> Iterator[Problem]:
    """Say that the council does not use a reason for ending."""
    if reason and not settings.is_offered(reason):
        sentence = "Your council does not use this reason. Choose another that is offered."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("reason",), "reason_in_use")


def moved(here: Standing, verdict: Verdict, *, now: dt.datetime, settings: InForce, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a case after a move to another state: its new state, when that is due, and what a pause keeps."""
    assert verdict.target
    state, calendar = here.workflow.states[verdict.target], settings.calendar
    pauses = verdict.target == "paused"
    review = data.get("next_review_on") or (None if verdict.trigger == "start_review" else here.next_review_on)
    chosen = data.get("pause_until") if pauses else review
    left = here.days_left if verdict.trigger == "resume" else None
    level = settings.level(here.workflow, state.key)
    due = due_at(level, entered=now, trigger=verdict.trigger, calendar=calendar, chosen=chosen, left=left)
    return {
        "state": state.key,
        "entered_at": now,
        "due_at": due,
        "paused_from": here.state if pauses else None,
        "pause_until": data.get("pause_until") if pauses else None,
        "days_left": working_days_left(here.due_at, at=now, calendar=calendar) if pauses and here.due_at else None,
        "next_review_on": review,
        "closed_at": now if state.is_final else None,
        "reason": data.get("reason") if state.is_final else None,
    }


def due_when_opened(workflow: Workflow[Any], *, now: dt.datetime, settings: InForce) -> dt.datetime | None:
    """Return when the first state of a new case is due."""
    level = settings.level(workflow, workflow.initial)
    return due_at(level, entered=now, trigger="request_help", calendar=settings.calendar)


def new_due_date(
    here: Standing, *, entered: dt.datetime, trigger: str, now: dt.datetime, chosen: dt.date, settings: InForce
) -> dict[str, Any]:
    """Return the columns of a case whose review or pause somebody sets to another date. Raise BadInput, Refused.

    The date counts in the state that takes it, within the cap that the state's level has, counted from the stay's beginning. `settings`
    are those under which the stay began.
    """
    level = settings.level(here.workflow, here.state)
    if level is None or level.clock is not Clock.DATE or level.fact is None:
        raise Refused("Only a plan under way or a pause has a date that you can set.", path=("caseId",), reason="no_date_here")
    limit = latest(level, since=day_in_london(entered), trigger=trigger)
    if chosen < day_in_london(now) or (limit and chosen > limit):
        until = f" and no later than {limit.day} {limit:%B %Y}" if limit else ""
        raise BadInput(f"Choose a date that is not past{until}.", path=("date",))
    due = due_at(level, entered=entered, trigger=trigger, calendar=settings.calendar, chosen=chosen)
    return {level.fact: chosen, "due_at": due}
