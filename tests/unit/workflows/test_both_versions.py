"""Both workflows: every state and step as the table has it, every state against every trigger, and what holds for both."""

from typing import Any

import pytest

from tests.unit.workflows.expected_endings_1 import ENDINGS
from tests.unit.workflows.sample import EXPECTED, good, next_of, refused, steps, version, worst
from workflows.kit import Level

KEYS = sorted(EXPECTED)
STEPS = [(key, trigger) for key in KEYS for trigger in steps(key)]
STATES = [(key, state) for key in KEYS for state in next_of(key)]
OPEN = [(key, state) for key in KEYS for state in EXPECTED[key].OPEN.split()]


def short(level: Level | None) -> str:
    """Write a level as the expected tables do."""
    if level is None:
        return ""
    if level.fact:
        return " ".join([level.fact, *(f"{cap.n} weeks" for cap in (level.first, level.later) if cap)])
    return " ".join(str(n) for n in (level.n, level.on_return, level.on_reassess) if n) + f" {level.clock.replace('_', ' ')}"


@pytest.mark.parametrize("key", KEYS)
def test_the_states_are_those_of_the_table(key: str) -> None:
    found = tuple((each.key, each.title, each.kind.value, short(each.level)) for each in version(key).states.values())

    assert found == EXPECTED[key].STATES


@pytest.mark.parametrize("key", KEYS)
def test_the_triggers_are_those_of_the_table_in_its_order(key: str) -> None:
    assert [each.trigger for each in version(key).transitions] == list(steps(key))


@pytest.mark.parametrize(("key", "trigger"), STEPS)
def test_a_step_is_as_the_table_has_it(key: str, trigger: str) -> None:
    each = version(key).triggers[trigger]

    lists = [" ".join(words) for words in (each.sources, each.targets, [guard.key for guard in each.guards], each.data, each.reasons)]
    assert (each.trigger, each.title, *lists[:2], each.action, each.event, *lists[2:]) == steps(key)[trigger]


@pytest.mark.parametrize(("key", "state"), STATES)
def test_a_trigger_leads_where_the_table_says_and_nowhere_else(key: str, state: str) -> None:
    for trigger in version(key).triggers:
        verdict = version(key).judge(state, trigger, good(key, trigger))
        said = verdict.target, [reason.code for reason in verdict.reasons]

        expected = next(iter(next_of(key)[state].get(trigger, "").split()), None)
        assert said == (expected, [] if trigger in next_of(key)[state] else ["not_from_here"]), trigger


@pytest.mark.parametrize(("key", "state"), STATES)
def test_the_moves_of_a_state_are_offered_once_each(key: str, state: str) -> None:
    assert [transition.trigger for transition in version(key).moves(state)] == list(next_of(key)[state])


@pytest.mark.parametrize(("key", "state"), OPEN)
def test_telling_social_care_is_never_refused_and_moves_nothing(key: str, state: str) -> None:
    verdict = version(key).judge(state, "escalate", worst(key))

    assert (verdict.allowed, verdict.target, verdict.event) == (True, None, "ConcernEscalated")


@pytest.mark.parametrize(("key", "state"), OPEN)
def test_what_social_care_decides_is_an_event_in_the_same_stay(key: str, state: str) -> None:
    taken = version(key).judge(state, "record_taken", worst(key))
    not_taken = version(key).judge(state, "record_not_taken", worst(key))

    assert (taken.allowed, taken.target, taken.event) == (True, None, "StepUpAgreed")
    assert (not_taken.allowed, not_taken.target, not_taken.event) == (True, None, "StepUpDeclined")
    assert refused(key, state, "record_not_taken", escalation_open=False) == ["escalation_waiting"]


@pytest.mark.parametrize(("key", "state"), OPEN)
def test_no_move_ends_a_case_while_social_care_decides_but_two(key: str, state: str) -> None:
    waiting = {"escalation_open": True, "escalation_sent_on": good(key).pause_limit}
    finals = version(key).finals
    ending = [trigger for trigger, target in next_of(key)[state].items() if target in finals]

    assert ending
    for trigger in ending:
        exempt = trigger in ("step_up", "return_step_down")
        assert refused(key, state, trigger, **waiting) == ([] if exempt else ["no_open_escalation"]), trigger


@pytest.mark.parametrize("key", KEYS)
def test_resume_goes_back_to_where_the_pause_began(key: str) -> None:
    resume = version(key).triggers["resume"]

    assert len(resume.target_any) == 3
    assert set(resume.target_any) == set(version(key).triggers["pause"].sources)
    for state in resume.target_any:
        assert version(key).judge("paused", "resume", good(key, paused_from=state)).target == state


@pytest.mark.parametrize(("key", "state"), STATES)
def test_resume_leads_nowhere_that_a_pause_cannot_begin(key: str, state: str) -> None:
    if state in version(key).triggers["pause"].sources:
        return

    assert refused(key, "paused", "resume", paused_from=state) == ["not_from_here"]
    assert refused(key, "paused", "resume", paused_from=None) == ["not_from_here"]


@pytest.mark.parametrize(("key", "trigger"), STEPS)
def test_a_case_ends_for_each_reason_of_the_step_and_for_no_other(key: str, trigger: str) -> None:
    each = version(key).triggers[trigger]
    if not each.reasons:
        assert not {*each.targets} & version(key).finals.keys()
        return
    state = each.sources[0]

    for reason in version(key).endings:
        assert refused(key, state, trigger, reason=reason) == ([] if reason in each.reasons else ["reason_of_this_step"]), reason
    assert refused(key, state, trigger, reason=None) == ["reason_of_this_step"]


@pytest.mark.parametrize("key", KEYS)
def test_before_the_form_is_filled_in_only_the_facts_of_the_case_are_judged(key: str) -> None:
    changes: dict[str, Any] = {"pause_until": None, "reason": None, "surviving_case": None, "assessment_signed_off": True}

    assert refused(key, "plan_active", "pause", with_data=False, **changes) == []
    assert refused(key, "plan_active", "close_in_error", with_data=False, **changes) == ["not_yet_assessed"]


@pytest.mark.parametrize(("key", "trigger"), STEPS)
def test_under_the_worst_facts_every_guard_speaks_in_its_order(key: str, trigger: str) -> None:
    each = version(key).triggers[trigger]
    open_to_the_worst = {"helping_agency_agreed", "surviving_case_named", "escalation_waiting", "social_care_still_open"}
    expected = [guard.key for guard in each.guards if guard.key not in open_to_the_worst]

    reasons = version(key).judge(each.sources[0], trigger, worst(key, paused_from=each.target_any[0] if each.target_any else None)).reasons

    assert [reason.code for reason in reasons] == expected + ["reason_of_this_step"] * bool(each.reasons)


@pytest.mark.parametrize("key", KEYS)
def test_both_end_for_the_same_reasons(key: str) -> None:
    assert version(key).finals == version("early-help").finals
    assert tuple((each.code, each.label, each.outcome, "; ".join(each.needs)) for each in version(key).endings.values()) == ENDINGS
    assert [*version(key).endings] == [reason for reasons in version(key).finals.values() for reason in reasons]


@pytest.mark.parametrize("key", KEYS)
def test_the_form_belongs_to_the_version(key: str) -> None:
    assert (version(key).key, version(key).version, version(key).form) == (key, 1, (key, 1))
