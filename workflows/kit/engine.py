"""The engine: it runs a version on transitions and says where a move leads and everything that stands in its way."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Generic, NamedTuple

from transitions import Machine

from workflows.kit.parts import Ending, F, FormVersion, State, Transition


class Reason(NamedTuple):
    """Why a move is refused: the key of the guard, and a sentence for the worker."""

    code: str
    message: str


@dataclass(frozen=True)
class Verdict:
    """Where a trigger leads from here (None: nowhere new), as which event, and everything that stands in the way."""

    trigger: str
    source: str
    target: str | None
    action: str
    event: str
    reasons: tuple[Reason, ...] = ()

    @property
    def allowed(self) -> bool:
        """Tell whether nothing stands in the way."""
        return not self.reasons


NOT_FROM_HERE = Reason("not_from_here", "This step is not one that can follow now.")
REASON_OF_THIS_STEP = Reason("reason_of_this_step", "Choose one of the reasons for which this step can end the case.")


@dataclass
class Position:
    """What the machine moves, forgotten afterwards."""

    state: str


def leads_to(target: str, fact: str, facts: Any) -> bool:
    """Tell whether the fact that chooses the target chose this one."""
    return bool(getattr(facts, fact) == target)


@dataclass(frozen=True)
class Workflow(Generic[F]):
    """A version of a workflow. Once published it never changes.

    `finals` gives the reasons for which a case can end in each final state, `path` the ordinary way from the first state to the last,
    `intake` the states before a worker of a team has taken the case up, `for_child` the reasons for which help can end for one child alone.
    """

    key: str
    version: int
    title: str
    form: FormVersion
    facts: type[F]
    initial: str
    states: Mapping[str, State]
    transitions: tuple[Transition[F], ...]
    finals: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, Ending]
    path: tuple[str, ...]
    intake: tuple[str, ...]
    for_child: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """Return the name of the module that defines it."""
        return f"{self.key.replace('-', '_')}_{self.version}"

    @cached_property
    def triggers(self) -> Mapping[str, Transition[F]]:
        """Return the transitions by their triggers."""
        return {transition.trigger: transition for transition in self.transitions}

    @cached_property
    def machine(self) -> Machine:
        """Build the machine that knows which trigger leads where. It is bound to nothing and keeps nothing."""
        rows = [row for transition in self.transitions for row in rows_of(transition)]
        return Machine(model=None, states=list(self.states), initial=self.initial, transitions=rows, auto_transitions=False)

    def moves(self, state: str) -> tuple[Transition[F], ...]:
        """Return every transition that starts in a state, each once."""
        return tuple(transition for transition in self.transitions if state in transition.sources)

    def place(self, state: str, *, paused_from: str | None = None) -> int | None:
        """Return where a case is on the ordinary way, counted from 0: a paused one where it was paused, None off the way."""
        seen = state if state in self.path else paused_from
        return self.path.index(seen) if seen in self.path else None

    def judge(self, state: str, trigger: str, facts: F, *, with_data: bool = True) -> Verdict:
        """Say where a trigger leads and everything that stands in the way; `with_data=False` leaves out what the form still has to bring.

        A state or trigger that this version does not have is a KeyError.
        """
        transition, here = self.triggers[trigger], self.states[state].key
        verdict = partial(Verdict, trigger, here, action=transition.action, event=transition.event)
        # transitions stops at the first condition that fails; so it decides where to only, and the guards are asked apart, all of them.
        target = self.fire(here, trigger, facts) if transition.target_fact else self.fixed[here, trigger]
        if target is None:
            return verdict(None, reasons=(NOT_FROM_HERE,))
        return verdict(None if transition.stays else target, reasons=refusals(transition, facts, with_data=with_data))

    def fire(self, state: str, trigger: str, facts: F | None) -> str | None:
        """Let the machine say where a trigger leads from a state; None where it does not start there."""
        event, position = self.machine.events[trigger], Position(state)
        return position.state if state in event.transitions and event.trigger(position, facts) else None

    @cached_property
    def fixed(self) -> Mapping[tuple[str, str], str | None]:
        """Fire once, from every state, what no fact directs: the machine says the same of it always."""
        undirected = [transition.trigger for transition in self.transitions if not transition.target_fact]
        return {(state, trigger): self.fire(state, trigger, None) for state in self.states for trigger in undirected}


def rows_of(transition: Transition[Any]) -> list[dict[str, Any]]:
    """Write a transition as rows for the machine: one, or one for each state that a fact can choose."""
    row = {"trigger": transition.trigger, "source": list(transition.sources), "dest": transition.target}
    if not transition.target_fact:
        return [row]
    return [{**row, "dest": each, "conditions": partial(leads_to, each, transition.target_fact)} for each in transition.target_any]


def refusals(transition: Transition[F], facts: F, *, with_data: bool) -> tuple[Reason, ...]:
    """Ask every guard, and whether the reason given is one of this transition's."""
    guards = (guard for guard in transition.guards if with_data or not guard.with_data)
    said = (Reason(guard.key, sentence) for guard in guards for sentence in guard.check(facts))
    wrong_reason = with_data and transition.reasons and facts.reason not in transition.reasons
    return (*said, *((REASON_OF_THIS_STEP,) if wrong_reason else ()))
