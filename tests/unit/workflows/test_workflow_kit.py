"""The kit: guards that speak, verdicts, places on the way, and an engine that keeps nothing."""

import datetime as dt
import gc
import weakref
from dataclasses import dataclass, replace

import pytest

from workflows.kit import Clock, Ending, FormVersion, Gap, Guard, Kind, Level, Position, State, Transition, Workflow, by_key, in_words, row
from workflows.kit.wording import is_one

TWO_DAYS = Level(Clock.WORKING_DAYS, 2)


@dataclass(frozen=True)
class Facts:
    reason: str | None = None
    waiting_for: tuple[str, ...] = ()
    back_to: str | None = None


ANSWERED = Guard[Facts]("answered", "Ask {who} first.", lambda facts: not facts.waiting_for, ("waiting_for",), {"who": "waiting_for"})
SMALL = Workflow(
    key="small",
    version=3,
    title="A small one",
    form=FormVersion("small", 2),
    facts=Facts,
    initial="begun",
    states={
        each.key: each
        for each in (
            State("begun", "Begun", Kind.WORKING, "us", TWO_DAYS),
            State("halted", "Halted", Kind.WAITING_FAMILY, "us", TWO_DAYS),
            State("over", "Over", Kind.FINAL, "nobody"),
        )
    },
    transitions=(
        Transition[Facts]("halt", "Halt", ("begun",), "halted", "HALT", "Halted"),
        Transition[Facts]("go_on", "Go on", ("halted",), None, "GO_ON", "WentOn", target_fact="back_to", target_any=("begun",)),
        Transition[Facts]("end", "End", ("begun", "halted"), "over", "END", "Ended", (ANSWERED,), ("reason",), ("DONE",)),
        Transition[Facts]("escalate", "Tell", ("begun", "halted"), None, "ESCALATE", "Told"),
    ),
    finals={"over": ("DONE",)},
    endings={"DONE": Ending("DONE", "Done", "neutral")},
    path=("begun", "over"),
    intake=("begun",),
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (("Mia",), "Mia"),
        (("Mia", "Jake"), "Mia and Jake"),
        (("Mia", "Jake", "Sana"), "Mia, Jake and Sana"),
        (("Home and money", "Health"), "Home and money; Health"),
        (("Learning, education", "Health"), "Learning, education; Health"),
        ((Gap("Health", "Mia"), Gap("Home"), Gap("Health", "Jake")), "Health (Mia and Jake); Home"),
        ((Gap("Health", "Mia"), Gap("Home")), "Health (Mia) and Home"),
        (dt.date(2026, 6, 9), "9 June 2026"),
        (3, "3"),
    ],
)
def test_facts_are_written_in_plain_english(value: object, words: str) -> None:
    assert in_words(value) == words


def test_a_guard_says_nothing_while_it_holds() -> None:
    assert ANSWERED.check(Facts()) == ()
    assert ANSWERED.check(Facts(waiting_for=("Mia", "Jake"))) == ("Ask Mia and Jake first.",)


@pytest.mark.parametrize(("waiting_for", "sentence"), [(("Mia",), "Only Mia."), (("Mia", "Jake"), "Ask Mia and Jake first.")])
def test_a_guard_has_words_for_a_single_thing(waiting_for: tuple[str, ...], sentence: str) -> None:
    assert replace(ANSWERED, one="Only {who}.").check(Facts(waiting_for=waiting_for)) == (sentence,)


@pytest.mark.parametrize(("value", "one"), [(1, True), (2, False), (0, False), (True, False), (("Mia",), True), ((), False), ("a", False)])
def test_what_counts_as_one(value: object, one: bool) -> None:
    assert is_one(value) is one


def test_a_guard_says_a_sentence_for_each_item_of_a_list() -> None:
    each = replace(ANSWERED, sentence="{who} waits.", fills={"who": "part"}, each="waiting_for")

    assert each.check(Facts(waiting_for=(Gap("Home"), Gap("Health")))) == ("Home waits.", "Health waits.")  # type: ignore[arg-type]


def test_a_guard_has_words_for_codes() -> None:
    worded = replace(ANSWERED, fills={"who": "reason"}, words={"DONE": "the done"})

    assert worded.check(Facts(reason="DONE", waiting_for=("Mia",))) == ("Ask the done first.",)
    assert worded.check(Facts(reason="LEFT", waiting_for=("Mia",))) == ("Ask LEFT first.",)


def test_a_row_is_a_transition_with_its_guards() -> None:
    written = row(
        by_key(ANSWERED),
        "end",
        title="End",
        sources="begun halted",
        target="over",
        action="END",
        event="Ended",
        guards="answered",
        data="reason",
        reasons="DONE",
    )

    assert written == SMALL.triggers["end"]
    with pytest.raises(KeyError, match="unheard"):
        row(by_key(ANSWERED), "end", title="End", sources="begun", action="END", event="Ended", guards="unheard")


@pytest.mark.parametrize(
    ("recorded", "lacking"), [((True, True), ()), ((False, True), ("the day",)), ((False, False), ("the day", "who was told"))]
)
def test_an_ending_says_what_it_lacks(recorded: tuple[bool, ...], lacking: tuple[str, ...]) -> None:
    assert Ending("DONE", "Done", "neutral", ("the day", "who was told")).lacking(*recorded) == lacking


def test_an_ending_is_told_of_all_that_it_needs() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Ending("DONE", "Done", "neutral", ("the day", "who was told")).lacking(True)


def test_a_verdict_names_the_permission_and_the_event() -> None:
    verdict = SMALL.judge("begun", "halt", Facts())

    assert (verdict.trigger, verdict.source, verdict.target) == ("halt", "begun", "halted")
    assert (verdict.action, verdict.event, verdict.allowed) == ("HALT", "Halted", True)


def test_a_refused_verdict_still_says_where_it_would_lead() -> None:
    verdict = SMALL.judge("begun", "end", Facts(waiting_for=("Mia",)))

    assert verdict.target == "over"
    assert [reason.code for reason in verdict.reasons] == ["answered", "reason_of_this_step"]


def test_a_move_stays_when_it_has_no_target() -> None:
    stays = {trigger: transition.stays for trigger, transition in SMALL.triggers.items()}

    assert stays == {"halt": False, "go_on": False, "end": False, "escalate": True}


@pytest.mark.parametrize(
    ("data", "text_only"),
    [((), True), (("note",), True), (("comment",), True), (("why",), True), (("team",), False), (("note", "why"), False)],
)
def test_a_move_with_one_text_or_none_needs_no_form(data: tuple[str, ...], text_only: bool) -> None:
    assert replace(SMALL.triggers["halt"], data=data).text_only is text_only


@pytest.mark.parametrize(("state", "trigger"), [("begun", "fly"), ("nowhere", "halt")])
def test_an_unknown_state_or_trigger_is_a_mistake_of_the_program(state: str, trigger: str) -> None:
    with pytest.raises(KeyError):
        SMALL.judge(state, trigger, Facts())


@pytest.mark.parametrize(
    ("state", "paused_from", "place"),
    [("begun", None, 0), ("over", None, 1), ("over", "begun", 1), ("halted", "begun", 0), ("halted", None, None)],
)
def test_the_place_on_the_way(state: str, paused_from: str | None, place: int | None) -> None:
    assert SMALL.place(state, paused_from=paused_from) == place


def test_the_engine_keeps_nothing_of_what_it_judged() -> None:
    facts = Facts(back_to="begun")
    trace = weakref.ref(facts)

    SMALL.judge("halted", "go_on", facts)
    del facts
    gc.collect()

    assert trace() is None
    assert SMALL.machine.models == []


def test_judging_leaves_no_new_state_behind() -> None:
    before = {name: len(event.transitions) for name, event in SMALL.machine.events.items()}

    for state in SMALL.states:
        for trigger in SMALL.triggers:
            SMALL.judge(state, trigger, Facts())

    assert {name: len(event.transitions) for name, event in SMALL.machine.events.items()} == before


def test_a_position_is_moved_by_the_machine_itself() -> None:
    position = Position("begun")

    SMALL.machine.events["halt"].trigger(position, Facts())

    assert position.state == "halted"


def test_a_definition_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        SMALL.version = 4  # type: ignore[misc]
    assert replace(SMALL, version=4).module == "small_4"
