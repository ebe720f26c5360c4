"""How a case moves: what a trigger makes of it. Pure."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from service.configuration.in_force import PUBLISHED, InForce
from service.deadlines.rules import day_in_london, due_at, end_of, last_day_of, latest, working_days_left
from service.errors import BadInput, ErrorCode, Problem, Refused
from service.spelling import camel
from workflows import WORKFLOWS
from workflows.kit import Clock, Level, State, Transition, Verdict, Workflow, in_words


class Framework(StrEnum):
    """On which assessment a new case is opened, by the key of its workflow."""

    COMMON_ASSESSMENT = "caf"
    EARLY_HELP = "early-help"


OPENS_ON = {Framework.COMMON_ASSESSMENT: ("caf", 1), Framework.EARLY_HELP: ("early-help", 1)}
"""The workflow and version on which a new case is opened, by its framework."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """The present cycle of a plan: the step with which it began, and since when it counts, the time of its pauses left out.

    `settings`: what the council had set as it began.
    """

    trigger: str
    since: dt.datetime
    settings: InForce = PUBLISHED


@dataclass(frozen=True)
class Standing:
    """Where a case stands: its workflow, its state, since when, until when, what a pause keeps, and the present cycle of its plan."""

    workflow: Workflow[Any]
    state: str
    entered_at: dt.datetime
    due_at: dt.datetime | None
    paused_from: str | None = None
    next_review_on: dt.date | None = None
    days_left: int | None = None
    cycle: Cycle | None = None


def workflow_of(row: Mapping[str, Any]) -> Workflow[Any]:
    """Return the version that a case stays on."""
    return WORKFLOWS[row["workflow"], row["workflow_version"]]


def standing_of(row: Mapping[str, Any]) -> Standing:
    """Return where a case stands."""
    stored = {name: row[name] for name in ("state", "entered_at", "due_at", "paused_from", "next_review_on", "days_left")}
    cycle = Cycle(row["cycle"], row["cycle_since"], InForce.read(row["cycle_settings"])) if row.get("cycle") else None
    return Standing(workflow_of(row), **stored, cycle=cycle)


def judge(workflow: Workflow[Any], state: str, trigger: str, facts: Any) -> Verdict:
    """Return where a trigger leads. Raise Refused with every reason."""
    verdict = workflow.judge(state, trigger, facts)
    if not verdict.allowed:
        raise Refused.because([Problem(ErrorCode.REFUSED, reason.message, ("caseId",), reason.code) for reason in verdict.reasons])
    return verdict


MOVE_CASE = "moveCase"
NEW_CYCLE = ("start_review", "reassess")
"""The steps after which the day of the next review is a new question."""
SINCE_WHEN = ("started_on", "decided_on", "meeting_on", "moved_on")
"""Dates in the form of a move that say when something happened: on the case, so not before it was opened."""
AHEAD = ("pause_until", "next_review_on")
"""Dates in it that say until when."""
NOTHING = dt.timedelta()
LONG_BEFORE, OR_BEFORE = {"moved_on": dt.timedelta(days=366)}, {"moved_on": ", or in the year before"}
"""A family can have moved before anybody here asked for help for them."""


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
    data: Mapping[str, Any],
    *,
    children: Collection[Any],
    people: Collection[Any],
    found: Collection[str],
    today: dt.date,
    opened: dt.date,
) -> Iterator[Problem]:
    """Say what cannot be right in the form of a move: impossible dates; people, agencies and cases that are not there.

    `children` and `people`: the keys of the children on the case, and of all who belong to it. `found`: which named records are there.
    """
    yield from date_problems(data, today=today, opened=opened)
    if "children" in data and not data["children"]:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Name at least one child.", ("childIds",))
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


def date_problems(data: Mapping[str, Any], *, today: dt.date, opened: dt.date) -> Iterator[Problem]:
    """Say which dates in the form of a move cannot be right."""
    said = {name: value for name in (*SINCE_WHEN, *AHEAD) if (value := data.get(name))}
    for name, value in said.items():
        if name in AHEAD and value < today:
            yield Problem(ErrorCode.BAD_USER_INPUT, f"This cannot be before today, {in_words(today)}.", (camel(name),))
        if name in SINCE_WHEN and value > today:
            yield Problem(ErrorCode.BAD_USER_INPUT, f"This cannot be later than today, {in_words(today)}.", (camel(name),))
        if name in SINCE_WHEN and value < opened - LONG_BEFORE.get(name, NOTHING):
            sentence = f"The case was opened on {in_words(opened)}. Give a day since then{OR_BEFORE.get(name, '')}."
            yield Problem(ErrorCode.BAD_USER_INPUT, sentence, (camel(name),))


def level_of_date(here: Standing, state: str, settings: InForce) -> Level | None:
    """Return the level by which a date is chosen in a state: for a plan under way that with which its cycle began."""
    level = here.workflow.states[state].level
    of_cycle = here.cycle and level and level.fact == "next_review_on"
    return (here.cycle.settings if here.cycle and of_cycle else settings).level(here.workflow, state)


def review_of(here: Standing, verdict: Verdict, *, now: dt.datetime, chosen: dt.date | None, settings: InForce) -> dt.date | None:
    """Return the day of the next review after a move. Raise BadInput for one that the plan under way cannot have."""
    assert verdict.target
    level = level_of_date(here, verdict.target, settings)
    if chosen is None:
        return None if verdict.trigger in NEW_CYCLE else here.next_review_on
    if level is None or level.fact != "next_review_on":
        raise BadInput("Only a plan under way has a next review. Leave this out.", path=("nextReviewOn",))
    paused_for = now - here.entered_at if here.state == "paused" else dt.timedelta()
    refuse_past(limit_of(level, here, paused_for=paused_for), chosen=chosen, today=day_in_london(now), path="nextReviewOn")
    return chosen


def limit_of(level: Level, here: Standing, *, paused_for: dt.timedelta = dt.timedelta()) -> dt.date | None:
    """Return the last date that a level allows for a case: counted from the beginning of the plan's cycle, or else of the stay.

    Nobody gets a longer cycle by pausing, nor a shorter one: the time of a pause is left out; `paused_for` is that of one that ends.
    """
    if level.fact != "next_review_on" or here.cycle is None:
        return latest(level, since=day_in_london(here.entered_at), trigger="")
    return latest(level, since=day_in_london(here.cycle.since + paused_for), trigger=here.cycle.trigger)


def refuse_past(limit: dt.date | None, *, chosen: dt.date, today: dt.date, path: str) -> None:
    """Raise BadInput for a date that is past, or later than the council allows."""
    if limit and limit < today:
        sentence = f"The last day that the council allows, {in_words(limit)}, has passed. Take the next step of the case instead."
        raise BadInput(sentence, path=(path,))
    if chosen < today or (limit and chosen > limit):
        until = f" and no later than {in_words(limit)}" if limit else ""
        raise BadInput(f"Choose a date that is not past{until}.", path=(path,))


def reason_problems(reason: str | None, settings: InForce) -> Iterator[Problem]:
    """Say that the council does not use a reason for ending."""
    if reason and not settings.is_offered(reason):
        sentence = "Your council does not use this reason. Choose another that is offered."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("reason",), "reason_in_use")


def moved(here: Standing, verdict: Verdict, *, now: dt.datetime, settings: InForce, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a case after a move to another state: its new state, when that is due, and what a pause keeps."""
    assert verdict.target
    state, calendar = here.workflow.states[verdict.target], settings.calendar
    pauses, resumes = verdict.target == "paused", verdict.trigger == "resume"
    review = review_of(here, verdict, now=now, chosen=data.get("next_review_on"), settings=settings)
    chosen = data.get("pause_until") if pauses else review if not resumes else data.get("next_review_on")
    left = here.days_left if resumes else None
    level = level_of_date(here, state.key, settings) if resumes else settings.level(here.workflow, state.key)
    due = due_at(level, entered=now, trigger=verdict.trigger, calendar=calendar, chosen=chosen, left=left)
    return {
        "state": state.key,
        "entered_at": now,
        "due_at": due,
        "paused_from": here.state if pauses else None,
        "pause_until": data.get("pause_until") if pauses else None,
        "days_left": working_days_left(here.due_at, at=now, calendar=calendar) if pauses and here.due_at else None,
        "next_review_on": last_day_of(due) if resumes and review and due and dated(state) else review,
        "closed_at": now if state.is_final else None,
        "reason": data.get("reason") if state.is_final else None,
    }


def dated(state: State) -> bool:
    """Tell whether a state is due on the day of the next review: what a pause leaves of its days moves that day too."""
    return bool(state.level and state.level.fact == "next_review_on")


def due_when_opened(workflow: Workflow[Any], *, now: dt.datetime, settings: InForce) -> dt.datetime | None:
    """Return when the first state of a new case is due."""
    level = settings.level(workflow, workflow.initial)
    return due_at(level, entered=now, trigger="request_help", calendar=settings.calendar)


def new_due_date(here: Standing, *, now: dt.datetime, chosen: dt.date, settings: InForce) -> dict[str, Any]:
    """Return the columns of a case whose review or pause somebody sets to another date. Raise BadInput, Refused.

    The date counts in the state that takes it, within the cap that the state's level has. `settings` are those under which the stay began.
    """
    level = level_of_date(here, here.state, settings)
    if level is None or level.clock is not Clock.DATE or level.fact is None:
        raise Refused("Only a plan under way or a pause has a date that you can set.", path=("caseId",), reason="no_date_here")
    refuse_past(limit_of(level, here), chosen=chosen, today=day_in_london(now), path="date")
    return {level.fact: chosen, "due_at": end_of(chosen)}
