"""The ways between frameworks: what each state becomes or why not, and an answer for every state."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.unit.workflows.sample import good
from workflows import WORKFLOWS
from workflows.checker import Unsound
from workflows.kit import MoveTo, Moving, Stop
from workflows.moves import MOVES
from workflows.moves.checker import demand_total, problems
from workflows.moves.stops import FROM_ANY_STATE

CAF, EARLY_HELP = ("caf", 1), ("early-help", 1)
REVIEW, PAUSE = "A review is under way. Finish it first.", "The family asked for a pause. Resume first, and tell them about the change."
ENDED = "This case has ended. Ended cases stay on the framework they ended on."
STOPPED = {"reviewing": REVIEW, "paused": PAUSE, "closed": ENDED, "not_agreed": ENDED, "stepped_up": ENDED}
EXPECTED: dict[tuple[Any, Any], dict[str, str]] = {
    (CAF, EARLY_HELP): STOPPED
    | {
        "identified": "triage",
        "seeking_consent": "awaiting_agreement",
        "assessing": "assessing",
        "checking": "The assessment is with the CAF co-ordinator. Register it or return it first.",
        "convening": "planning",
        "plan_active": "plan_active",
    },
    (EARLY_HELP, CAF): STOPPED
    | {
        "requested": "identified",
        "triage": "identified",
        "awaiting_agreement": "seeking_consent",
        "assessing": "assessing",
        "awaiting_sign_off": "The assessment is waiting for sign-off. Sign it off or return it first.",
        "planning": "convening",
        "plan_active": "plan_active",
    },
}
GOOD = MOVES[CAF, EARLY_HELP]


def answer(said: MoveTo | Stop) -> str:
    """Return where a case comes to, or why it does not move."""
    return said.state if isinstance(said, MoveTo) else said.sentence


@pytest.mark.parametrize("way", EXPECTED)
def test_each_state_becomes_what_the_table_says(way: tuple[Any, Any]) -> None:
    assert {state: answer(said) for state, said in MOVES[way].states.items()} == EXPECTED[way]
    assert set(MOVES[way].states) == set(WORKFLOWS[way[0]].states)


def test_there_is_no_other_way() -> None:
    assert MOVES.keys() == EXPECTED.keys()


@pytest.mark.parametrize("way", EXPECTED)
def test_a_way_is_named_by_its_module(way: tuple[Any, Any]) -> None:
    assert MOVES[way].module == {CAF: "caf_1__early_help_1", EARLY_HELP: "early_help_1__caf_1"}[way[0]]
    assert problems(MOVES[way], WORKFLOWS) == []


@pytest.mark.parametrize(("checked", "state"), [(True, "triage"), (False, "requested")])
def test_a_need_whose_involvement_was_not_checked_goes_back_to_the_request(checked: bool, state: str) -> None:
    said = GOOD.states["identified"]

    assert isinstance(said, MoveTo)
    assert said.chosen(good("caf", involvement_checked=checked)) == state
    assert said.keeps


def test_a_plain_answer_needs_no_facts() -> None:
    assert MoveTo("assessing").chosen(None) == "assessing"


@pytest.mark.parametrize("there", EXPECTED)
def test_there_and_back_is_the_same_state_but_for_the_request(there: tuple[Any, Any]) -> None:
    back = MOVES[there[1], there[0]]
    arrived = {state: said.state for state, said in MOVES[there].states.items() if isinstance(said, MoveTo)}
    returned = {state: answer(back.states[arrived[state]]) for state in arrived}

    assert {state for state, end in returned.items() if end != state} == ({"requested"} if there[0] == EARLY_HELP else set())


def test_what_stops_a_case_in_any_state_is_said() -> None:
    assert list(FROM_ANY_STATE) == [
        *("final", "escalation_open", "handover_open", "transfer_open", "no_agreement", "no_team", "no_form", "already_there")
    ]
    assert all(stop.sentence.endswith(".") for stop in FROM_ANY_STATE.values())


def with_answer(state: str, said: MoveTo | Stop) -> Moving:
    """Return the way with another answer for a state."""
    return replace(GOOD, states={**GOOD.states, state: said})


FAULTS: dict[str, Callable[[], Moving]] = {
    "there is no caf version 2": lambda: replace(GOOD, source=("caf", 2)),
    "there is no caf version 3": lambda: replace(GOOD, target=("caf", 3)),
    "it leads to where it begins": lambda: replace(GOOD, target=GOOD.source),
    "nothing is said of assessing": lambda: replace(GOOD, states={k: v for k, v in GOOD.states.items() if k != "assessing"}),
    "there is no triage to move from": lambda: with_answer("triage", MoveTo("triage")),
    "checking does not say why not": lambda: with_answer("checking", Stop("")),
    "closed is final, and what has ended moves nowhere": lambda: with_answer("closed", MoveTo("triage")),
    "convening leads to convening, which is no state there": lambda: with_answer("convening", MoveTo("convening")),
    "assessing leads to closed, which is final or left for where a case came from": lambda: with_answer("assessing", MoveTo("closed")),
    "paused leads to paused, which is final or left for where a case came from": lambda: with_answer("paused", MoveTo("paused")),
    "identified leads to nowhere, which is no state there": lambda: with_answer(
        "identified", MoveTo("triage", needs="allocated", otherwise="nowhere")
    ),
    "identified chooses, and does not say by what or between what": lambda: with_answer("identified", MoveTo("triage", needs="allocated")),
    "identified chooses by mood, which is no fact that is so or not": lambda: with_answer(
        "identified", MoveTo("triage", needs="mood", otherwise="requested")
    ),
    "identified chooses by children, which is no fact that is so or not": lambda: with_answer(
        "identified", MoveTo("triage", needs="children", otherwise="requested")
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_finds_a_planted_fault(fault: str) -> None:
    assert fault in problems(FAULTS[fault](), WORKFLOWS)


def test_nothing_starts_on_a_way_with_faults() -> None:
    with pytest.raises(Unsound, match="caf_1__early_help_1: checking does not say why not"):
        demand_total(with_answer("checking", Stop("")), WORKFLOWS)
