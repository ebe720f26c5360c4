"""Proof that a way between two versions answers for every state: each check returns what is wrong, in words."""

from collections.abc import Iterator, Mapping
from typing import Any, get_type_hints

from workflows.checker import Unsound
from workflows.kit import MoveTo, Moving, Workflow

Versions = Mapping[tuple[str, int], Workflow[Any]]


def demand_total(moving: Moving, versions: Versions) -> None:
    """Raise Unsound with every problem of a way between versions."""
    if found := problems(moving, versions):
        raise Unsound(f"{moving.module}: " + "; ".join(found))


def problems(moving: Moving, versions: Versions) -> list[str]:
    """Return everything that is wrong with a way; the versions are checked first, because the rest follows them."""
    ends = (moving.source, moving.target)
    unknown = [f"there is no {key} version {version}" for key, version in ends if (key, version) not in versions]
    if unknown or moving.source == moving.target:
        return unknown or ["it leads to where it begins"]
    return list(faults(moving, versions[moving.source], versions[moving.target]))


def faults(moving: Moving, source: Workflow[Any], target: Workflow[Any]) -> Iterator[str]:
    """Find states without an answer, answers for no state, and answers that cannot be right."""
    yield from (f"nothing is said of {state}" for state in source.states if state not in moving.states)
    yield from (f"there is no {state} to move from" for state in moving.states if state not in source.states)
    for key, answer in moving.states.items():
        if not isinstance(answer, MoveTo):
            yield from () if answer.sentence else (f"{key} does not say why not",)
            continue
        if key in source.states and source.states[key].is_final:
            yield f"{key} is final, and what has ended moves nowhere"
        yield from (f"{key} {fault}" for fault in faults_of(answer, source, target))


def faults_of(answer: MoveTo, source: Workflow[Any], target: Workflow[Any]) -> Iterator[str]:
    """Find what is wrong with where a state leads: to a state of the other version in which a case can go on."""
    for state in filter(None, (answer.state, answer.otherwise)):
        if state not in target.states:
            yield f"leads to {state}, which is no state there"
        elif target.states[state].is_final or any(each.target_fact for each in target.moves(state)):
            yield f"leads to {state}, which is final or left for where a case came from"
    if bool(answer.needs) is not bool(answer.otherwise):
        yield "chooses, and does not say by what or between what"
    if answer.needs and get_type_hints(source.facts).get(answer.needs) is not bool:
        yield f"chooses by {answer.needs}, which is no fact that is so or not"
