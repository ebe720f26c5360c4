"""What a council has set, as it is in force at one instant for one place: the published defaults hold for the rest. Pure."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import orjson

from service.configuration.catalogue import CATALOGUE
from service.configuration.waits import KINDS as WAITS
from service.deadlines.rules import Calendar, Roll
from workflows.kit import Cap, Clock, Level, Workflow

Key = tuple[str, str | None]


@dataclass(frozen=True)
class InForce:
    """The values that the council has set, the locality's own in place of the whole council's."""

    values: Mapping[Key, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str | None, bool, Any]]) -> "InForce":
        """Gather rows of name, subject, whether it is the locality's own, and value; a null value leaves it to what is wider."""
        ordered = sorted(rows, key=lambda row: row[2])
        return cls({(name, about): value for name, about, _, value in ordered if value is not None})

    @classmethod
    def read(cls, found: str) -> "InForce":
        """Read what a statement wrote as JSON."""
        return cls.of(tuple(row) for row in orjson.loads(found))

    def given(self, name: str, about: str | None = None) -> Any:
        """Return what the council has set; None where it has set nothing."""
        return self.values.get((name, about))

    def value(self, name: str, about: str | None = None) -> Any:
        """Return what holds. A setting or subject that there is not is a KeyError."""
        given = self.given(name, about)
        return CATALOGUE[name].default_of(about) if given is None else given

    def with_(self, name: str, about: str | None, value: Any) -> "InForce":
        """Return it with one value more; None leaves it to the published default."""
        rest = {key: each for key, each in self.values.items() if key != (name, about)}
        return InForce(rest if value is None else {**rest, (name, about): value})

    @cached_property
    def calendar(self) -> Calendar:
        """Return the council's calendar."""
        closed = frozenset(map(dt.date.fromisoformat, self.value("calendar.extra_closed_days")))
        return Calendar(closed, self.value("calendar.day_of_entry_is_day_one"), Roll(self.value("calendar.roll")))

    def level(self, workflow: Workflow[Any], state: str) -> Level | None:
        """Return the service level of a state: the version's own, with what the council has set in its place."""
        level = workflow.states[state].level
        if level is None:
            return None
        if level.clock is Clock.DATE:
            return self.capped(level)
        about = f"{workflow.key}/{state}"
        return replace(
            level,
            n=self.given("service_levels.limit", about) or level.n,
            on_return=self.given("service_levels.after_return", about) or level.on_return,
            on_reassess=self.given("service_levels.when_again", about) or level.on_reassess,
        )

    def capped(self, level: Level) -> Level:
        """Return a level on a date that somebody sets, with the council's caps on that date."""
        first = "pause.limit" if level.fact == "pause_until" else "reviews.first"
        later = None if level.fact == "pause_until" else self.given("reviews.later")
        return replace(level, first=cap(level.first, self.given(first)), later=cap(level.later, later))

    def wait_days(self, kind: str) -> int:
        """Return how many working days a wait has."""
        return self.given("waits.limit", kind) or WAITS[kind].days

    def is_offered(self, reason: str) -> bool:
        """Tell whether a reason for ending is offered."""
        return bool(self.value("closure_reasons.in_use", reason))

    def label(self, reason: str) -> str:
        """Return what a reason for ending is called."""
        return str(self.value("closure_reasons.label", reason))


def cap(published: Cap | None, weeks: int | None) -> Cap | None:
    """Return a cap with the council's weeks, where it has set some."""
    return replace(published, clock=Clock.CALENDAR_WEEKS, n=weeks) if published and weeks else published


PUBLISHED = InForce()
"""What holds for a council that has set nothing."""
