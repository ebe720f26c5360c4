"""What the guards of a workflow version look at, made of the sheet of facts and of what the form of a move carries. Pure."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from service.assessments.rules import facts_of as facts_of_assessment
from service.cases import ending
from service.configuration.in_force import InForce
from service.deadlines.rules import day_in_london, latest, working_day
from workflows import WORKFLOWS
from workflows.kit import Workflow
from workflows.kit.facts_1 import Attempt, OpenAssessment, SiblingCase, Tries
from workflows.kit.wording import Gap


@dataclass(frozen=True)
class Read:
    """What was read of a case, at which instant, and what the form of a move carries."""

    found: Mapping[str, Any]
    now: dt.datetime
    data: Mapping[str, Any]

    @property
    def today(self) -> dt.date:
        """Return the day of the instant in London."""
        return day_in_london(self.now)


def whole(value: Any) -> Any:
    """Read a fact that is what the JSON says; a list of names becomes a tuple."""
    return tuple(value) if isinstance(value, list) else value


def day(value: str | None) -> dt.date | None:
    """Read a day."""
    return dt.date.fromisoformat(value) if value else None


def attempts(pairs: list[tuple[str, str]]) -> tuple[Attempt, ...]:
    """Read attempts to reach the family."""
    return tuple(Attempt(dt.date.fromisoformat(on), means) for on, means in pairs)


def elsewhere(found: list[Mapping[str, str]]) -> tuple[OpenAssessment, ...]:
    """Read the open assessments of the same children."""
    return tuple(OpenAssessment(each["child"], each["agency"], dt.date.fromisoformat(each["date"])) for each in found)


def siblings(found: list[Mapping[str, str]]) -> tuple[SiblingCase, ...]:
    """Read the open cases of other children of the household."""
    return tuple(SiblingCase(each["child"], each["contact"]) for each in found)


def gaps(found: tuple[tuple[str, str | None], ...]) -> tuple[Gap, ...]:
    """Read what is missing in a form."""
    return tuple(Gap(part, child) for part, child in found)


OTHERWISE_READ: Mapping[str, Callable[[Any], Any]] = {
    "contact_attempts": attempts,
    "escalation_sent_on": day,
    "next_review_on": day,
    "open_assessment_elsewhere": elsewhere,
    "review_limit": day,
    "siblings_unconsidered": siblings,
}


def of_form(read: Read) -> dict[str, Any]:
    """Return the facts that the form of a move carries."""
    named = {"helping_agency": "agency", "pause_asked_by": "asked_by", "surviving_case": "surviving_case"}
    said = {fact: str(read.data[name]) for fact, name in named.items() if read.data.get(name)}
    chosen = {name: read.data[name] for name in ("reason", "pause_until", "next_review_on") if read.data.get(name)}
    return {**said, **chosen, "helping_agency_agreed": bool(read.data.get("agency_agreed"))}


def of_assessment(read: Read) -> dict[str, Any]:
    """Return what is missing in the assessment that is being written."""
    missing = facts_of_assessment(read.found["open_assessment"], today=read.today)
    return {
        "missing_answers": gaps(missing.missing_answers),
        "elements_not_considered": gaps(missing.elements_not_considered),
        "voice_missing_for": missing.voice_missing_for,
        "parents_views_missing": missing.parents_views_missing,
    }


def settings_in(found: Mapping[str, Any]) -> InForce:
    """Read what the council has set from the sheet of facts."""
    return InForce.of(found["settings"])


def of_settings(read: Read, workflow: Workflow[Any]) -> dict[str, Any]:
    """Return what the council has set: until which days something may last, how hard a family is tried, how often a case may be paused."""
    held = settings_in(read.found)
    pause = held.level(workflow, "paused")
    assert pause
    waits = day(read.found["transfer_wait_until"])
    return {
        "pause_limit": latest(pause, since=read.today, trigger="pause"),
        "pauses_allowed": held.value("pause.times"),
        "tries_wanted": Tries(*(held.value(f"contact.{name}") for name in ("attempts", "days", "ways"))),
        "transfer_wait_until": waits or working_day(held.wait_days("receiving_council"), after=read.today, calendar=held.calendar),
    }


def make(version: tuple[str, int], found: Mapping[str, Any], now: dt.datetime, data: Mapping[str, Any]) -> Any:
    """Make the facts that the guards of a version look at, of what was read and of what the form of a move carries."""
    read, workflow = Read(found, now, data), WORKFLOWS[version]
    as_read = {name: OTHERWISE_READ.get(name, whole)(value) for name, value in found.items()}
    as_read |= of_assessment(read) | of_settings(read, workflow) | of_form(read)
    as_read["reason_facts_missing"] = ending.lacking(found, data, read.today)
    return workflow.facts(**{each.name: as_read[each.name] for each in fields(workflow.facts) if each.name in as_read})
