"""How a case moves to another framework or version: from each state to one of the other's, or why not. Outside the machine."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class MoveTo(NamedTuple):
    """The state that a case comes to; `otherwise`, where the fact `needs` is not so. `keeps` says what goes on there as it was."""

    state: str
    needs: str | None = None
    otherwise: str | None = None
    keeps: str = ""

    def chosen(self, facts: Any) -> str:
        """Return the state that the facts of the case choose."""
        return self.otherwise if self.needs and self.otherwise and not getattr(facts, self.needs) else self.state


class Stop(NamedTuple):
    """Why a case cannot move from a state, and what to do first."""

    sentence: str


@dataclass(frozen=True)
class Moving:
    """The way from one workflow version to another, each named by its key and number: an answer for every state of the first."""

    source: tuple[str, int]
    target: tuple[str, int]
    states: Mapping[str, MoveTo | Stop]

    @property
    def module(self) -> str:
        """Return the name of the module that defines it."""
        return "__".join(f"{key.replace('-', '_')}_{version}" for key, version in (self.source, self.target))
