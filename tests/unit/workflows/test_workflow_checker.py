"""The checker finds each planted fault, and nothing in what is published."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from workflows import WORKFLOWS, early_help_1
from workflows.checker import Unsound, demand_sound, problems
from workflows.kit import Cap, Clock, Ending, Guard, Kind, Level, State, Transition, Workflow

GOOD = WORKFLOWS["early-help", 1]
Version = Workflow[Any]


@dataclass(frozen=True, kw_only=True)
class Moody(early_help_1.Facts):
    """Facts with one that nobody explains or looks at."""

    mood: str


def changed(trigger: str, **changes: Any) -> Version:
    """Return the version with one transition changed."""
    return replace(GOOD, transitions=tuple(replace(each, **changes) if each.trigger == trigger else each for each in GOOD.transitions))


def without(*triggers: str) -> Version:
    """Return the version without some transitions."""
    return replace(GOOD, transitions=tuple(each for each in GOOD.transitions if each.trigger not in triggers))


def with_state(key: str, **changes: Any) -> Version:
    """Return the version with one state changed."""
    return replace(GOOD, states={**GOOD.states, key: replace(GOOD.states[key], **changes)})


def with_move(**changes: Any) -> Version:
    """Return the version with one more transition."""
    plain = Transition[Any]("go", "Go", ("requested",), "triage", "GO", "Gone")
    return replace(GOOD, transitions=(*GOOD.transitions, replace(plain, **changes)))


def guarded(**changes: Any) -> Version:
    """Return the version with one more guard, on a step of its own."""
    sound = Guard[Any]("g", "Do this.", lambda facts: True, ("allocated",))
    return with_move(guards=(replace(sound, **changes),))


FAULTS: dict[str, Callable[[], Version]] = {
    "the first state: no state nowhere": lambda: replace(GOOD, initial="nowhere"),
    "the way: no state nowhere": lambda: replace(GOOD, path=("requested", "nowhere")),
    "the intake: no state nowhere": lambda: replace(GOOD, intake=("nowhere",)),
    "the finals: no state nowhere": lambda: replace(GOOD, finals={**GOOD.finals, "nowhere": ()}),
    "go's sources: no state nowhere": lambda: with_move(sources=("nowhere",)),
    "go's targets: no state nowhere": lambda: with_move(target="nowhere"),
    "resume's targets: no state nowhere": lambda: changed("resume", target_any=("assessing", "nowhere")),
    "state triage is filed under requested": lambda: replace(GOOD, states={**GOOD.states, "requested": GOOD.states["triage"]}),
    "accept is defined twice": lambda: with_move(trigger="accept"),
    "go starts twice from requested": lambda: with_move(sources=("requested", "requested")),
    "go starts nowhere": lambda: with_move(sources=()),
    "paused is never reached": lambda: without("pause"),
    "triage is never reached": lambda: without("begin_triage"),
    "requested leads to no final state": lambda: without("begin_triage", "step_up", "transfer_out", "close_in_error", "end_early"),
    "go leaves the final state closed": lambda: with_move(sources=("closed",)),
    "Go has no proper trigger": lambda: with_move(trigger="Go"),
    "go has no proper title": lambda: with_move(title=""),
    "go has no proper action": lambda: with_move(action=""),
    "go has no proper event": lambda: with_move(event="gone"),
    "nobody can tell social care": lambda: without("escalate"),
    "nobody can tell social care from paused": lambda: changed(
        "escalate", sources=tuple(set(GOOD.triggers["escalate"].sources) - {"paused"})
    ),
    "telling social care is guarded or moves the case": lambda: changed("escalate", guards=GOOD.triggers["accept"].guards),
    "g: no fact age": lambda: guarded(facts=("age",)),
    "g: it judges nothing": lambda: guarded(facts=()),
    "g: its sentence is not filled in": lambda: guarded(sentence="Ask {who}."),
    "g: its sentence shows reason, which it does not judge": lambda: guarded(sentence="{a}", fills={"a": "reason"}),
    "g: its sentence shows mood, which it does not judge": lambda: guarded(
        sentence="{a}", fills={"a": "mood"}, facts=("siblings_unconsidered",), each="siblings_unconsidered"
    ),
    "g: its sentence shows children, which it does not judge": lambda: guarded(each="children"),
    "close can end a case while social care decides": lambda: changed("close", guards=GOOD.triggers["close"].guards[:-1]),
    "go can end a case while social care decides": lambda: with_move(target=None, target_fact="paused_from", target_any=("closed",)),
    "nothing looks at the fact came_by_step_down": lambda: without("return_step_down"),
    "nothing looks at the fact mood": lambda: replace(GOOD, facts=Moody),
    "nobody says what the fact mood means": lambda: replace(GOOD, facts=Moody),
    "go: no fact mood": lambda: with_move(target=None, target_fact="mood", target_any=("triage",)),
    "go: a fact and the states that it chooses from belong together, without another target": lambda: with_move(target_any=("triage",)),
    "resume: a fact and the states that it chooses from belong together, without another target": lambda: changed(
        "resume", target="assessing"
    ),
    "DECLINED is no reason of closed": lambda: changed("signpost", reasons=("UNIVERSAL_ADVICE", "SINGLE_AGENCY", "DECLINED")),
    "NEEDS_MET is no reason of triage": lambda: with_move(reasons=("NEEDS_MET",)),
    "NEEDS_MET is no reason of None": lambda: changed("escalate", reasons=("NEEDS_MET",)),
    "UNCONTACTABLE of not_agreed is offered by no step": lambda: without("record_no_contact"),
    "signpost ends without a reason": lambda: changed("signpost", reasons=()),
    "BORED of a child is not explained": lambda: replace(GOOD, for_child=(*GOOD.for_child, "BORED")),
    "BORED is not explained": lambda: replace(GOOD, endings={**GOOD.endings, "BORED": Ending("BORED", "Bored", "neutral")}),
    "DECEASED is not explained": lambda: replace(GOOD, endings={k: v for k, v in GOOD.endings.items() if k != "DECEASED"}),
    "triage is open and has no level": lambda: with_state("triage", level=None),
    "closed is final and has a level": lambda: with_state("closed", level=Level(Clock.WORKING_DAYS, 1)),
    "triage has a level without a length": lambda: with_state("triage", level=Level(Clock.WORKING_DAYS, 0)),
    "triage takes a date that no fact holds or nothing caps": lambda: with_state("triage", level=Level(Clock.DATE, fact="pause_until")),
    "paused takes a date that no fact holds or nothing caps": lambda: with_state(
        "paused", level=Level(Clock.DATE, fact="mood", first=Cap(Clock.CALENDAR_WEEKS, 6))
    ),
    "the way does not lead from the first state to a final one": lambda: replace(GOOD, path=GOOD.path[:-1]),
    "no step leads from requested to closed_early": lambda: replace(
        GOOD,
        states={**GOOD.states, "closed_early": State("closed_early", "Closed early", Kind.FINAL, "nobody")},
        path=("requested", "closed_early"),
    ),
    "the intake holds the final state closed": lambda: replace(GOOD, intake=("closed",)),
}


@pytest.mark.parametrize("version", WORKFLOWS.values())
def test_finds_nothing_in_a_version_in_use(version: Version) -> None:
    assert problems(version) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_finds_a_planted_fault(fault: str) -> None:
    assert fault in problems(FAULTS[fault]())


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"sentence": "{a} and {b}", "fills": {"a": "allocated", "b": "reason"}, "facts": ("allocated", "reason")},
        {
            "sentence": "{who}",
            "fills": {"who": "sibling"},
            "facts": ("siblings_unconsidered",),
            "each": "siblings_unconsidered",
            "one": "Only {who}",
        },
    ],
)
def test_a_sound_addition_is_no_fault(changes: dict[str, Any]) -> None:
    assert problems(guarded(**changes)) == []


def test_a_sentence_for_one_is_filled_in_as_well() -> None:
    half = guarded(sentence="{n}", fills={"n": "allocated"}, one="One {m}")

    assert problems(half) == ["g: its sentence is not filled in"]


@pytest.mark.parametrize("path", [(), ("triage", "closed")])
def test_the_way_begins_where_cases_begin(path: tuple[str, ...]) -> None:
    assert problems(replace(GOOD, path=path)) == ["the way does not lead from the first state to a final one"]


def test_an_escalation_that_moves_the_case_is_a_fault() -> None:
    assert "telling social care is guarded or moves the case" in problems(changed("escalate", target="paused"))


def test_nothing_starts_on_a_version_with_faults() -> None:
    with pytest.raises(Unsound, match="early-help 1: go starts nowhere"):
        demand_sound(with_move(sources=()))


def test_a_sound_version_is_let_through() -> None:
    demand_sound(GOOD)
