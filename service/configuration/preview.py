"""What a change of a setting will change, counted beforehand: from groups of open cases, and from what is set. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from service.configuration.in_force import InForce
from service.configuration.rules import Set
from service.configuration.waits import KINDS as WAITS
from service.deadlines.rules import due_at
from workflows import WORKFLOWS
from workflows.kit import Clock, Level

TOO_FEW = 5
"""Fewer cases than this are not told to somebody who may not open them."""
NOON = dt.time(12, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Group:
    """Open cases that are counted alike: where they stand, since which day in London and by which step, until which chosen date."""

    workflow: str
    version: int
    state: str
    locality_id: UUID
    entered_by: str
    entered_on: dt.date
    chosen: dt.date | None
    cases: int

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "Group":
        """Read one that a statement wrote as JSON."""
        chosen = found["chosen"] and dt.date.fromisoformat(found["chosen"])
        days = {"entered_on": dt.date.fromisoformat(found["entered_on"]), "chosen": chosen}
        return cls(**{**found, **days, "locality_id": UUID(found["locality_id"])})

    def level(self, held: InForce) -> Level | None:
        """Return the service level under which a stay like theirs would be counted."""
        return held.level(WORKFLOWS[self.workflow, self.version], self.state)

    def due(self, held: InForce) -> dt.datetime | None:
        """Return when a stay like theirs would be due; None where nothing says, as after a pause, when what was left goes on."""
        level = self.level(held)
        if self.entered_by == "resume" and not (level and level.clock is Clock.DATE and self.chosen):
            return None
        entered = dt.datetime.combine(self.entered_on, NOON)
        return due_at(level, entered=entered, trigger=self.entered_by, calendar=held.calendar, chosen=self.chosen)


@dataclass(frozen=True)
class Change:
    """A value that would be set: of which setting, about what, where, from when."""

    name: str
    about: str | None
    locality_id: UUID | None
    in_force_at: dt.datetime
    value: Any

    def concerns(self, group: Group) -> bool:
        """Tell whether cases that stand where these do would be counted by it."""
        level = WORKFLOWS[group.workflow, group.version].states[group.state].level
        if level is None or self.locality_id not in (None, group.locality_id):
            return False
        family = self.name.partition(".")[0]
        dated = {"reviews": "next_review_on", "pause": "pause_until"}
        if family in dated:
            return level.fact == dated[family] and self.name != "pause.times"
        return family == "calendar" or (family == "service_levels" and self.about == f"{group.workflow}/{group.state}")


class Counts(NamedTuple):
    """How many open cases stand where a change counts, and how many of them it would count otherwise."""

    under_way: int = 0
    due_another_day: int = 0
    overdue: int = 0
    no_longer_overdue: int = 0


class Wait(NamedTuple):
    """A wait that would have another limit, or be counted by another calendar."""

    title: str
    before: int
    after: int


History = Iterable[tuple[str, Set]]


def held_at(history: History, at: dt.datetime, locality_id: UUID | None) -> InForce:
    """Return what is in force at an instant in a place."""
    here = [(name, each) for name, each in history if each.in_force_at <= at and each.locality_id in (None, locality_id)]
    begun = sorted(here, key=lambda row: row[1].in_force_at)
    latest = {(name, each.about, each.locality_id is not None): each.value for name, each in begun}
    return InForce.of((*key, value) for key, value in latest.items())


def with_change(history: History, change: Change) -> list[tuple[str, Set]]:
    """Return the history as it would be."""
    new = Set(UUID(int=0), change.about, change.locality_id, change.in_force_at, change.value)
    return [*history, (change.name, new)]


def counts(groups: Iterable[Group], history: History, change: Change) -> Counts:
    """Count what a change would change of stays like those under way; these keep their own days."""
    rows, at = list(history), change.in_force_at
    after = with_change(rows, change)
    concerned = [group for group in groups if change.concerns(group)]
    held = {place: (held_at(rows, at, place), held_at(after, at, place)) for place in {group.locality_id for group in concerned}}
    found = [told(group, held[group.locality_id], at) for group in concerned]
    return Counts(*map(sum, zip(*found, strict=True))) if found else Counts()


def told(group: Group, held: tuple[InForce, InForce], at: dt.datetime) -> Counts:
    """Say what becomes of cases that are counted alike, by what would hold without a change and with it."""
    old, new = map(group.due, held)
    cases, was_late, is_late = group.cases, bool(old and old < at), bool(new and new < at)
    return Counts(cases, cases * (old != new), cases * (is_late and not was_late), cases * (was_late and not is_late))


def waits(history: History, change: Change) -> list[Wait]:
    """Name the waits that a change would count otherwise."""
    rows, at = list(history), change.in_force_at
    old, new = held_at(rows, at, change.locality_id), held_at(with_change(rows, change), at, change.locality_id)
    same_calendar = old.calendar == new.calendar
    found = [(kind, Wait(each.title, old.wait_days(kind), new.wait_days(kind))) for kind, each in WAITS.items()]
    return [wait for _, wait in found if not same_calendar or wait.before != wait.after]


def enough(count: int) -> int | None:
    """Return a number that may be told: none from 1 to 4."""
    return None if 0 < count < TOO_FEW else count
