"""What a workflow version is made of: states, endings, guards and transitions, all of them data."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from workflows.kit.clocks import Level


class Kind(StrEnum):
    """Whose turn it is in a state."""

    WORKING = "working"
    WAITING_FAMILY = "waiting-family"
    WAITING_PARTNER = "waiting-partner"
    WAITING_MANAGER = "waiting-manager"
    FINAL = "final"


@dataclass(frozen=True)
class State:
    """A place where a case can stand."""

    key: str
    title: str
    kind: Kind
    owner: str
    level: Level | None = None

    @property
    def is_final(self) -> bool:
        """Tell whether a case ends here."""
        return self.kind is Kind.FINAL


@dataclass(frozen=True)
class Ending:
    """A reason for which a case ends, what class of outcome it is and what must be recorded for it."""

    code: str
    label: str
    outcome: str
    needs: tuple[str, ...] = ()


class Facts(Protocol):
    """What the guards of every version can count on; each version adds its own."""

    @property
    def reason(self) -> str | None:
        """Return the reason for ending that was sent with the move."""


F = TypeVar("F", bound=Facts)


def always(facts: Any) -> bool:
    """Hold whatever the facts: the check of a guard that waits for its record."""
    return True


def in_words(value: object) -> str:
    """Write a fact for a reader: names joined in plain English, a date as 9 June 2026."""
    if isinstance(value, tuple):
        *others, last = map(str, value)
        return f"{', '.join(others)} and {last}" if others else last
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    return str(value)


@dataclass(frozen=True)
class Guard(Generic[F]):
    """A condition on the facts, and the sentence that a worker is told while it does not hold.

    `fills` says which fact stands in each placeholder of the sentence. `with_data`: it judges what the form of the move carries.
    `awaits` names in plain words the record that the guard waits for; until a version reads that record, the guard is open.
    """

    key: str
    sentence: str
    holds: Callable[[F], bool] = always
    facts: tuple[str, ...] = ()
    fills: Mapping[str, str] = field(default_factory=dict)
    with_data: bool = False
    awaits: str | None = None

    def check(self, facts: F) -> str | None:
        """Return the sentence, filled in, when the guard refuses."""
        if self.holds(facts):
            return None
        return self.sentence.format(**{slot: in_words(getattr(facts, fact)) for slot, fact in self.fills.items()})


@dataclass(frozen=True)
class Transition(Generic[F]):
    """What a trigger does: from which states, to which, under whose permission, guarded by what, with what data, as which event.

    Without a target it stays where it is: an event and no new stay. With `target_fact` that fact says to which of `target_any` it goes.
    """

    trigger: str
    title: str
    sources: tuple[str, ...]
    target: str | None
    action: str
    event: str
    guards: tuple[Guard[F], ...] = ()
    data: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    target_fact: str | None = None
    target_any: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """Return every state that it can lead to; none when it stays."""
        return (self.target,) if self.target else self.target_any

    @property
    def stays(self) -> bool:
        """Tell whether the case stays where it is."""
        return not self.targets

    @property
    def text_only(self) -> bool:
        """Tell whether it carries one free text at most, and so needs no form of its own."""
        return len(self.data) <= 1 and {*self.data} <= {"note", "comment", "why"}


class FormVersion(NamedTuple):
    """Which assessment form belongs to a workflow version."""

    key: str
    version: int
