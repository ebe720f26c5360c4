"""What a workflow version is made of: states, endings, guards and transitions, all of them data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from workflows.kit.clocks import Level
from workflows.kit.wording import in_words, is_one


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

    def lacking(self, *recorded: bool) -> tuple[str, ...]:
        """Return what has still to be recorded, told of each need in its order whether it is."""
        return tuple(need for need, there in zip(self.needs, recorded, strict=True) if not there)


class Facts(Protocol):
    """What the guards of every version can count on; each version adds its own."""

    @property
    def reason(self) -> str | None:
        """Return the reason for ending that was sent with the move."""


F = TypeVar("F", bound=Facts)
Judged = TypeVar("Judged", bound=Facts, contravariant=True)
"""A guard that judges the facts of every version judges those of one."""


@dataclass(frozen=True)
class Guard(Generic[Judged]):
    """A condition on the facts, and the sentence that a worker is told while it does not hold.

    `facts` are all that it looks at. `fills` says which of them stands in each placeholder of the sentence. With `each`, a fact that is a
    list, there is a sentence for each item, whose fields fill it. `one` is said in place of the sentence where a single thing fills it;
    `words` gives the words for the codes that a fact holds. `with_data`: it judges what the form of the move carries.
    """

    key: str
    sentence: str
    holds: Callable[[Judged], bool]
    facts: tuple[str, ...]
    fills: Mapping[str, str] = field(default_factory=dict)
    with_data: bool = False
    each: str | None = None
    one: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)

    def check(self, facts: Judged) -> tuple[str, ...]:
        """Return what the worker is told, filled in; nothing while the guard holds."""
        if self.holds(facts):
            return ()
        return tuple(self.said_of(each) for each in (getattr(facts, self.each) if self.each else (facts,)))

    def said_of(self, found: object) -> str:
        """Fill the sentence in from the facts, or from an item of one."""
        values = {slot: getattr(found, name) for slot, name in self.fills.items()}
        sentence = self.one if self.one and any(map(is_one, values.values())) else self.sentence
        return sentence.format(**{slot: self.words.get(value) or in_words(value) for slot, value in values.items()})


def by_key(*guards: Guard[F]) -> dict[str, Guard[F]]:
    """File guards under their keys."""
    return {guard.key: guard for guard in guards}


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


def row(
    guarding: Mapping[str, Guard[F]],
    trigger: str,
    *,
    title: str,
    sources: str,
    action: str,
    event: str,
    target: str | None = None,
    guards: str = "",
    data: str = "",
    reasons: str = "",
    target_fact: str | None = None,
    target_any: str = "",
) -> Transition[F]:
    """Write a transition as a row of a table: several words in a text are several values, and a guard is named by its key."""
    return Transition(
        trigger,
        title,
        tuple(sources.split()),
        target,
        action,
        event,
        tuple(guarding[key] for key in guards.split()),
        tuple(data.split()),
        tuple(reasons.split()),
        target_fact,
        tuple(target_any.split()),
    )


class FormVersion(NamedTuple):
    """Which assessment form belongs to a workflow version."""

    key: str
    version: int
