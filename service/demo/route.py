"""The walks, step by step: a family of each framework from a request for help to closure, the refusals on the way among them. Pure.

A text `$NAME` in what a step sends stands for what an earlier step kept under that name, `$VERSION` for the version of the case by then.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workflows.kit import Workflow

ID = "id"
OF_CASE = ("caseId", "assessmentId", "outcomeId", "actionId", "agreementId", "needId", "offerId", "concernId", "stepDownId")
"""What a change sends whose record is part of the case: each makes the case's version one greater."""


@dataclass(frozen=True)
class Step:
    """What somebody does: as whom, in plain words, with which trusted document and values, and what must come of it.

    `keeps`: names for values in the answer, by where they are. `trigger`: the case must be where the workflow says that it leads.
    `refused`: the guards, or the codes, that must stand in the way instead. `state`: the title of where the case must be afterwards.
    `finds`: what the answer must say, by where it says it.
    """

    who: str
    says: str
    document: str
    sends: Mapping[str, Any] = field(default_factory=dict)
    keeps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trigger: str | None = None
    refused: tuple[str, ...] = ()
    state: str | None = None
    finds: Mapping[tuple[str, ...], Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Route:
    """A walk: what the family comes for, in words, and its steps."""

    title: str
    steps: tuple[Step, ...]


def routed(title: str, workflow: Workflow[Any], *steps: Step) -> Route:
    """Make a walk of some steps."""
    return Route(title, tuple(numbered(workflow, steps)))


def numbered(workflow: Workflow[Any], steps: tuple[Step, ...]) -> Iterator[Step]:
    """Put the case's version in the place of `$VERSION`, that of the case before in `$VERSION_BEFORE`, and say where each step leads."""
    version = before = 1
    for step in steps:
        known = {"$VERSION": version, "$VERSION_BEFORE": before}
        sends = {name: known.get(value, value) if isinstance(value, str) else value for name, value in step.sends.items()}
        yield replace(step, sends=sends, state=leads_to(workflow, step.trigger) or step.state)
        if step.document == "RequestHelp":
            before, version = version, 1
        else:
            version += not step.refused and any(name in step.sends for name in OF_CASE)


def leads_to(workflow: Workflow[Any], trigger: str | None) -> str | None:
    """Return the title of the state to which a trigger leads, if it moves the case to one that it names."""
    target = workflow.triggers[trigger].target if trigger else None
    return workflow.states[target].title if target else None


def moves(who: str, says: str, trigger: str, note: str | None = None, refused: tuple[str, ...] = ()) -> Step:
    """Take a step that carries a note at most, or be refused."""
    sends = {"trigger": trigger, **({"note": note} if note else {})}
    return takes(who, says, "MoveCase", trigger, refused=refused, **sends)


def takes(who: str, says: str, document: str, trigger: str | None = None, /, *, refused: tuple[str, ...] = (), **sends: Any) -> Step:
    """Change the case with the version as it was seen."""
    seen = {"caseId": "$CASE", "expectedVersion": "$VERSION", **sends}
    return Step(who, says, document, seen, trigger=None if refused else trigger, refused=refused)


def records(who: str, says: str, document: str, keep: Mapping[str, tuple[str, ...]] | None = None, /, **sends: Any) -> Step:
    """Add a record to the case."""
    return Step(who, says, document, {"caseId": "$CASE", **sends}, keep or {})


def place(connection: str) -> tuple[str, ...]:
    """Say where the id of the only edge of a page is."""
    return (connection, "edges", "0", "node", ID)


def person(name: str, family: str, more: Mapping[str, Any], keep: str) -> Step:
    """Enter somebody of a family."""
    sends = {"givenName": name, "familyName": family, **more}
    return Step("worker", f"enters {name}", "AddPerson", sends, {keep: ("addPerson", "person", ID)})
