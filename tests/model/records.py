"""What a plain council keeps: people, their roles, and all that has happened on a case."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.model.days import day_of
from tests.model.moves import Move
from tests.model.papers import Papers, Round
from tests.model.table import FINAL, INITIAL, INTAKE, MOVES


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
    opened: dt.date
    children: dict[str, bool]
    """Whether help goes on, by the child's id."""
    family: Mapping[str, Relative]
    framework: str = "EARLY_HELP"
    source: str = "SCHOOL"
    version: int = 1
    state: str = ""
    name: str = "Harlow"
    worker: str | None = None
    due: dt.datetime | None = None
    entered: dt.datetime = dt.datetime.min
    entered_by: str = "request_help"
    cycle: str = ""
    cycle_at: dt.datetime = dt.datetime.min
    """The step with which the plan's present cycle began; and since when it counts, the time of its pauses left out."""
    paused_from: str | None = None
    pause_until: dt.date | None = None
    days_left: int | None = None
    next_review: dt.date | None = None
    reason: str | None = None
    signed_off: dt.date | None = None
    """The day on which a plan was last found to be needed."""
    was_assessed: bool = False
    went_on: dt.datetime | None = None
    """When help last went on after a review: what was prepared for its end before is out of date."""
    stays: int = 1
    pauses: int = 0
    seen_by: set[str] = field(default_factory=set)
    """Who saw it when that was last compared."""
    papers: Papers = field(default_factory=Papers)
    answers: list[Answer] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = self.state or INITIAL[self.framework]

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(f"<{self.state}, version {self.version}>")

    @property
    def moves(self) -> Mapping[str, Move]:
        """Return the moves of its framework."""
        return MOVES[self.framework]

    def here(self) -> list[Move]:
        """Return the moves from where it stands."""
        return [move for move in self.moves.values() if self.state in move.sources]

    @property
    def in_intake(self) -> bool:
        """Tell whether no worker of a team has taken it up."""
        return self.state in INTAKE[self.framework]

    def authors(self, round_: Round | None) -> set[str]:
        """Return who began, sent or wrote the assessment that is open."""
        return {round_.started_by, *round_.writers, *([round_.submitted_by] if round_.submitted_by else [])} if round_ else set()

    def begin_cycle(self, trigger: str, now: dt.datetime) -> None:
        """Begin a cycle of the plan with a step that does, and leave out of it a pause that ends."""
        if trigger in ("start_plan", "continue_plan"):
            self.cycle, self.cycle_at = trigger, now
        if trigger == "resume" and self.cycle:
            self.cycle_at += now - self.entered

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return self.state in FINAL

    def carers(self) -> list[Relative]:
        """Return the parents and carers."""
        return [each for each in self.family.values() if each.is_carer]

    def ongoing(self) -> list[str]:
        """Return the children whose help goes on."""
        return [child for child, goes_on in self.children.items() if goes_on]
