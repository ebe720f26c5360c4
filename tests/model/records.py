"""What a plain council keeps: people, their roles, and all that has happened on a case."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.model.days import day_of
from tests.model.table import FINAL


@dataclass
class Held:
    """A role that somebody was appointed to."""

    id: str
    role: str
    team: str | None
    locality: str | None
    ended: bool = False


@dataclass(eq=False)
class Practitioner:
    """Somebody who signs in, with the roles that they signed in with."""

    who: str
    roles: frozenset[str]
    held: list[Held]
    ended: bool = False

    def has(self, *roles: str) -> list[Held]:
        """Return their appointments in force to some roles."""
        return [] if self.ended else [held for held in self.held if held.role in roles and not held.ended]


@dataclass(frozen=True)
class Relative:
    """Somebody of the family."""

    id: str
    name: str
    born: dt.date
    is_adult: bool = False
    is_carer: bool = False

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(self.name)


@dataclass(eq=False)
class Answer:
    """What somebody answered about somebody."""

    id: str
    person: Relative
    by: Relative
    capacity: str
    agreed: bool
    at: dt.datetime
    until: dt.datetime | None
    withdrawn_by: str | None = None

    def order(self) -> tuple[dt.date, str]:
        """Return what answers are ordered by: their day, then as they were recorded."""
        return day_of(self.at), self.id


@dataclass
class Lead:
    """Somebody's time as lead professional."""

    id: str
    who: str
    kind: str
    ended: dt.datetime | None = None


@dataclass
class Member:
    """Somebody's time on the team around the family."""

    id: str
    who: str
    part: str
    left: bool = False


@dataclass
class Note:
    """A case note."""

    id: str
    author: str
    text: str
    revision: int = 1


@dataclass(eq=False)
class Case:
    """One family's episode."""

    id: str
    opened_by: str
    locality: str
    team: str
    now: dt.datetime
    """The instant of its last change: nothing happens to it earlier."""
    children: dict[str, bool]
    """Whether help goes on, by the child's id."""
    family: Mapping[str, Relative]
    version: int = 1
    state: str = "requested"
    name: str = "Harlow"
    worker: str | None = None
    due: dt.datetime | None = None
    entered: dt.datetime = dt.datetime.min
    entered_by: str = "request_help"
    paused_from: str | None = None
    pause_until: dt.date | None = None
    days_left: int | None = None
    next_review: dt.date | None = None
    reason: str | None = None
    was_assessed: bool = False
    stays: int = 1
    answers: list[Answer] = field(default_factory=list)
    authors: set[str] = field(default_factory=set)
    """Who began or sent the assessment that was begun last."""
    leads: list[Lead] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(f"<{self.state}, version {self.version}>")

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return self.state in FINAL

    def ongoing(self) -> list[str]:
        """Return the children whose help goes on."""
        return [child for child, goes_on in self.children.items() if goes_on]
