"""Proof that a workflow version is whole: each check returns what is wrong, in words, and nothing when all is well."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import pairwise
from string import Formatter
from typing import Any, get_args, get_type_hints

from workflows.kit import Clock, Guard, State, Transition, Workflow

Problems = Iterator[str]
WORDS = {"trigger": r"[a-z]+(_[a-z]+)*", "title": r"\S.*", "action": r"[A-Z]+(_[A-Z]+)*", "event": r"([A-Z][a-z]+)+"}
"""How each word of a transition is spelt."""
ESCALATION = "escalate"
WHILE_SOCIAL_CARE_DECIDES = ("no_open_escalation", {"step_up", "return_step_down"})
"""The guard of every move that ends a case, and the moves that end it on social care's own word."""
CARRIED = ("reason",)
"""Facts that the engine looks at, whatever the guards do."""


class Unsound(Exception):
    """A workflow version has faults: nothing may run on it."""


def demand_sound(workflow: Workflow[Any]) -> None:
    """Raise Unsound with every problem of a version."""
    if found := problems(workflow):
        raise Unsound(f"{workflow.key} {workflow.version}: " + "; ".join(found))


def problems(workflow: Workflow[Any]) -> list[str]:
    """Return everything that is wrong with a version; names are checked first, because the rest follows them."""
    return [*unknown_states(workflow), *repeated(workflow)] or [said for check in CHECKS for said in check(workflow)]


def repeats(values: Iterable[str]) -> list[str]:
    """Return the values that come more than once."""
    return [value for value, times in Counter(values).items() if times > 1]


def unknown_states(workflow: Workflow[Any]) -> Problems:
    """Find names of states that the version does not have."""
    named = {
        "the first state": [workflow.initial],
        "the way": workflow.path,
        "the intake": workflow.intake,
        "the finals": workflow.finals,
        **{f"{each.trigger}'s sources": each.sources for each in workflow.transitions},
        **{f"{each.trigger}'s targets": each.targets for each in workflow.transitions},
    }
    yield from (f"{where}: no state {state}" for where, states in named.items() for state in states if state not in workflow.states)
    yield from (f"state {state.key} is filed under {key}" for key, state in workflow.states.items() if state.key != key)


def repeated(workflow: Workflow[Any]) -> Problems:
    """Find triggers and sources from which it would be unclear what follows."""
    yield from (f"{trigger} is defined twice" for trigger in repeats(each.trigger for each in workflow.transitions))
    yield from (f"{each.trigger} starts twice from {source}" for each in workflow.transitions for source in repeats(each.sources))
    yield from (f"{each.trigger} starts nowhere" for each in workflow.transitions if not each.sources)


def reached(start: Iterable[str], steps: Mapping[str, set[str]]) -> set[str]:
    """Return everything that can be reached by steps, the start included."""
    seen: set[str] = set()
    ahead = set(start)
    while ahead:
        seen |= ahead
        ahead = {after for state in ahead for after in steps.get(state, ())} - seen
    return seen


def edges(workflow: Workflow[Any]) -> list[tuple[str, str]]:
    """Return every pair of states between which a transition leads."""
    return [(source, target) for each in workflow.transitions for source in each.sources for target in each.targets]


def unreachable(workflow: Workflow[Any]) -> Problems:
    """Find states that no case can come to, and open ones that no case can leave for a final one."""
    forward: dict[str, set[str]] = {key: set() for key in workflow.states}
    back: dict[str, set[str]] = {key: set() for key in workflow.states}
    for source, target in edges(workflow):
        forward[source].add(target)
        back[target].add(source)
    finals = [key for key, state in workflow.states.items() if state.is_final]
    yield from (f"{state} is never reached" for state in workflow.states if state not in reached([workflow.initial], forward))
    yield from (f"{state} leads to no final state" for state in workflow.states if state not in reached(finals, back))


def ways_out(workflow: Workflow[Any]) -> Problems:
    """Find transitions that leave a final state."""
    for each in workflow.transitions:
        yield from (f"{each.trigger} leaves the final state {source}" for source in each.sources if workflow.states[source].is_final)


def misspelt(workflow: Workflow[Any]) -> Problems:
    """Find transitions whose trigger, title, action or event is missing or spelt in another way than its kind."""
    for each in workflow.transitions:
        yield from (f"{each.trigger} has no proper {word}" for word, form in WORDS.items() if not re.fullmatch(form, getattr(each, word)))


def unescalated(workflow: Workflow[Any]) -> Problems:
    """Find open states from which social care cannot be told at once, whatever the facts, without moving the case."""
    escalation = workflow.triggers.get(ESCALATION)
    if not escalation:
        yield "nobody can tell social care"
        return
    if escalation.guards or not escalation.stays:
        yield "telling social care is guarded or moves the case"
    for state in workflow.states.values():
        if not state.is_final and state.key not in escalation.sources:
            yield f"nobody can tell social care from {state.key}"


def rash(workflow: Workflow[Any]) -> Problems:
    """Find moves that could end a case while a concern waits for social care's decision."""
    guard, exempt = WHILE_SOCIAL_CARE_DECIDES
    for each in workflow.transitions:
        ends = any(workflow.states[target].is_final for target in each.targets)
        if ends and each.trigger not in exempt and guard not in {asked.key for asked in each.guards}:
            yield f"{each.trigger} can end a case while social care decides"


def misjudging(workflow: Workflow[Any]) -> Problems:
    """Find guards and choices that look at facts which the version does not have, or that cannot say what they found."""
    facts = {each.name for each in fields(workflow.facts)}
    guards = {guard.key: guard for each in workflow.transitions for guard in each.guards}
    for guard in guards.values():
        yield from (f"{guard.key}: {fault}" for fault in faults_of(guard, workflow.facts))
    for each in workflow.transitions:
        yield from (f"{each.trigger}: {fault}" for fault in faults_of_choice(each, facts))


def faults_of(guard: Guard[Any], facts: type[Any]) -> Problems:
    """Find what is wrong with a guard: it judges facts of the version, shows only what it judges, and fills its sentences in."""
    types = get_type_hints(facts)
    yield from (f"no fact {fact}" for fact in guard.facts if fact not in types)
    if not guard.facts:
        yield "it judges nothing"
    sentences = [guard.sentence, *([guard.one] if guard.one else [])]
    if any(placeholders(sentence) != set(guard.fills) for sentence in sentences):
        yield "its sentence is not filled in"
    shown = {guard.each, *items_of(types.get(guard.each), guard)} if guard.each else set(guard.fills.values())
    yield from (f"its sentence shows {fact}, which it does not judge" for fact in sorted(shown - set(guard.facts)))


def items_of(hint: Any, guard: Guard[Any]) -> set[str]:
    """Return what a sentence for each item of a fact shows that no item has."""
    item = next(iter(get_args(hint)), None)
    return set(guard.fills.values()) - set(getattr(item, "_fields", ()))


def placeholders(sentence: str) -> set[str]:
    """Return the names of the places that a sentence leaves open."""
    return {slot for _, slot, _, _ in Formatter().parse(sentence) if slot}


def unexplained(workflow: Workflow[Any]) -> Problems:
    """Find facts of which nobody says what they mean, and facts that nothing looks at."""
    hints = get_type_hints(workflow.facts, include_extras=True)
    looked_at = {*CARRIED, *(fact for each in workflow.transitions for guard in each.guards for fact in guard.facts)}
    looked_at |= {each.target_fact for each in workflow.transitions if each.target_fact}
    for fact in (each.name for each in fields(workflow.facts)):
        if not getattr(hints[fact], "__metadata__", ()):
            yield f"nobody says what the fact {fact} means"
        if fact not in looked_at:
            yield f"nothing looks at the fact {fact}"


def faults_of_choice(transition: Transition[Any], facts: set[str]) -> Problems:
    """Find what is wrong with how a transition chooses its target."""
    fact = transition.target_fact
    if fact and fact not in facts:
        yield f"no fact {fact}"
    if bool(fact) is not bool(transition.target_any) or (fact and transition.target):
        yield "a fact and the states that it chooses from belong together, without another target"


def misplaced_reasons(workflow: Workflow[Any]) -> Problems:
    """Find reasons for ending that are not those of the final state, that no step offers, or that are explained nowhere."""
    offered = {(each.target, reason) for each in workflow.transitions for reason in each.reasons}
    listed = {(state, reason) for state, reasons in workflow.finals.items() for reason in reasons}
    yield from (f"{reason} is no reason of {target}" for target, reason in sorted(offered - listed, key=str))
    yield from (f"{reason} of {state} is offered by no step" for state, reason in sorted(listed - offered))
    explained = {code for code, ending in workflow.endings.items() if ending.code == code}
    yield from (f"{reason} is not explained" for reason in sorted({reason for _, reason in listed} ^ explained))
    finals = {key for key, state in workflow.states.items() if state.is_final}
    yield from (f"{reason} of a child is not explained" for reason in workflow.for_child if reason not in explained)
    yield from (f"{each.trigger} ends without a reason" for each in workflow.transitions if {*each.targets} & finals and not each.reasons)


def mistimed(workflow: Workflow[Any]) -> Problems:
    """Find states whose service level cannot be worked out."""
    facts = {each.name for each in fields(workflow.facts)}
    return (f"{state.key} {fault}" for state in workflow.states.values() for fault in faults_of_level(state, facts))


def faults_of_level(state: State, facts: set[str]) -> Problems:
    """Find what is wrong with a state's level: an open state has one, by length or by a date that a fact holds."""
    level = state.level
    if (level is None) is not state.is_final:
        yield "is final and has a level" if level else "is open and has no level"
    if level and level.clock is Clock.DATE and (level.fact not in facts or not level.first):
        yield "takes a date that no fact holds or nothing caps"
    if level and level.clock is not Clock.DATE and not (level.n and level.n > 0):
        yield "has a level without a length"


def astray(workflow: Workflow[Any]) -> Problems:
    """Find where the ordinary way or the intake is not one."""
    if workflow.path[:1] != (workflow.initial,) or not workflow.states[workflow.path[-1]].is_final:
        yield "the way does not lead from the first state to a final one"
    yield from (f"no step leads from {here} to {there}" for here, there in pairwise(workflow.path) if (here, there) not in edges(workflow))
    yield from (f"the intake holds the final state {state}" for state in workflow.intake if workflow.states[state].is_final)


CHECKS = (unreachable, ways_out, misspelt, unescalated, rash, misjudging, unexplained, misplaced_reasons, mistimed, astray)
