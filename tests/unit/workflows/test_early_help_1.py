"""Early help, version 1: every state against every trigger, and every guard with one fact flipped."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from workflows import WORKFLOWS
from workflows.early_help_1 import GUARDS, Facts

WORKFLOW = WORKFLOWS["early-help", 1]
LIMIT = dt.date(2026, 6, 9)
GOOD = Facts(
    children=("Mia", "Jake"),
    agreement_missing_for=(),
    agreement_in_force_for=(),
    agreement_ended_recorded=True,
    allocated=True,
    lead_professional="agreed",
    paused_from="planning",
    pause_limit=LIMIT,
    assessment_signed_off=False,
    helping_agency="Brook School",
    helping_agency_agreed=True,
    pause_asked_by="Mother",
    pause_until=LIMIT,
    surviving_case="EH-2026-0412",
)
"""Facts under which no guard refuses anything, once the reason is one of the move's own."""

ANYWHERE = {"escalate": "", "record_not_taken": "", "record_taken": "", "step_up": "stepped_up"} | dict.fromkeys(
    ("transfer_out", "close_in_error", "end_early"), "closed"
)
NEXT: dict[str, dict[str, str]] = {
    "requested": ANYWHERE | {"begin_triage": "triage"},
    "triage": ANYWHERE | {"accept": "awaiting_agreement", "signpost": "closed", "return_step_down": "closed"},
    "awaiting_agreement": ANYWHERE
    | {
        "start_assessment": "assessing",
        "record_decline": "not_agreed",
        "record_no_contact": "not_agreed",
        "return_step_down": "closed",
    },
    "assessing": ANYWHERE
    | {
        "submit": "awaiting_sign_off",
        "pause": "paused",
        "withdraw": "not_agreed",
        "record_no_contact": "not_agreed",
        "return_step_down": "closed",
    },
    "awaiting_sign_off": ANYWHERE
    | {
        "sign_off": "planning",
        "return_assessment": "assessing",
        "sign_off_no_plan": "closed",
        "withdraw": "not_agreed",
        "return_step_down": "closed",
    },
    "planning": ANYWHERE
    | {
        "start_plan": "plan_active",
        "pause": "paused",
        "withdraw": "not_agreed",
        "record_no_contact": "not_agreed",
        "return_step_down": "closed",
    },
    "plan_active": ANYWHERE
    | {
        "start_review": "reviewing",
        "reassess": "assessing",
        "pause": "paused",
        "withdraw": "not_agreed",
        "record_no_contact": "not_agreed",
    },
    "reviewing": ANYWHERE
    | {
        "continue_plan": "plan_active",
        "reassess": "assessing",
        "close": "closed",
        "withdraw": "not_agreed",
        "record_no_contact": "not_agreed",
    },
    "paused": ANYWHERE | {"resume": "planning", "withdraw": "not_agreed", "record_no_contact": "not_agreed"},
    "closed": {},
    "not_agreed": {},
    "stepped_up": {},
}
"""Where each trigger leads from each state; an empty target stays."""


def facts_for(trigger: str, **changes: Any) -> Facts:
    """Return good facts for a trigger, with its first reason for ending where it ends a case."""
    reasons = WORKFLOW.triggers[trigger].reasons
    return replace(GOOD, **{"reason": reasons[0] if reasons else None, **changes})


def refused(state: str, trigger: str, *, with_data: bool = True, **changes: Any) -> list[str]:
    """Return the codes of everything that refuses a move under good facts with some changed."""
    verdict = WORKFLOW.judge(state, trigger, facts_for(trigger, **changes), with_data=with_data)
    return [reason.code for reason in verdict.reasons]


def test_the_table_names_every_state_and_every_trigger() -> None:
    assert set(NEXT) == set(WORKFLOW.states)
    assert {trigger for row in NEXT.values() for trigger in row} == set(WORKFLOW.triggers)


@pytest.mark.parametrize("state", NEXT)
@pytest.mark.parametrize("trigger", WORKFLOW.triggers)
def test_a_trigger_leads_where_the_table_says_and_nowhere_else(state: str, trigger: str) -> None:
    verdict = WORKFLOW.judge(state, trigger, facts_for(trigger))

    if trigger in NEXT[state]:
        assert (verdict.target, verdict.allowed) == (NEXT[state][trigger] or None, True)
        return
    assert (verdict.target, [reason.code for reason in verdict.reasons]) == (None, ["not_from_here"])


@pytest.mark.parametrize("state", NEXT)
def test_the_moves_of_a_state_are_offered_once_each(state: str) -> None:
    offered = [transition.trigger for transition in WORKFLOW.moves(state)]

    assert sorted(offered) == sorted(NEXT[state])


FLIPS: dict[str, tuple[dict[str, Any], str]] = {
    "children_known": ({"children": ()}, "Add at least one child or unborn child to this case."),
    "agreement_in_force": (
        {"agreement_missing_for": ("Mia", "Jake", "Sana")},
        "Nobody who may agree for Mia, Jake and Sana has agreed to early help, or the agreement has ended.",
    ),
    "worker_allocated": ({"allocated": False}, "Allocate this case to a worker first."),
    "agreement_ended_recorded": ({"agreement_ended_recorded": False}, "Record who said no or withdrew, when and how."),
    "no_agreement_left": (
        {"agreement_in_force_for": ("Ava",)},
        "The agreement still stands for Ava. End early help only for the others.",
    ),
    "lead_professional_in_place": (
        {"lead_professional": "acting"},
        "Agree a lead professional. The one recorded is acting or has left.",
    ),
    "not_yet_assessed": (
        {"assessment_signed_off": True},
        "An assessment was signed off on this case, so it was not opened in error. End it with its real reason.",
    ),
    "helping_agency_agreed": (
        {"reason": "SINGLE_AGENCY", "helping_agency_agreed": False},
        "Name the agency that will help, and record that it agreed.",
    ),
    "surviving_case_named": ({"reason": "DUPLICATE", "surviving_case": None}, "Name the case that goes on."),
    "pause_limited": (
        {"pause_until": LIMIT + dt.timedelta(days=1)},
        "Record who asked for the pause, and an end no later than 9 June 2026.",
    ),
}
"""For each guard that judges: one fact changed (with the reason that makes it matter), and what the worker is then told."""

GUARDED = [
    (key, state, trigger) for key in FLIPS for state in NEXT for trigger in NEXT[state] if GUARDS[key] in WORKFLOW.triggers[trigger].guards
]


def test_every_guard_judges_or_waits_for_its_record() -> None:
    assert set(FLIPS) == {key for key, guard in GUARDS.items() if guard.awaits is None}


@pytest.mark.parametrize(("key", "state", "trigger"), GUARDED)
def test_one_flipped_fact_refuses_with_its_guard_alone(key: str, state: str, trigger: str) -> None:
    changes, sentence = FLIPS[key]

    verdict = WORKFLOW.judge(state, trigger, facts_for(trigger, **changes))

    assert verdict.reasons == ((key, sentence),)


@pytest.mark.parametrize(
    ("guard", "changes", "refuses"),
    [
        ("agreement_in_force", {"agreement_missing_for": ("Mia",)}, True),
        ("lead_professional_in_place", {"lead_professional": "none"}, True),
        ("helping_agency_agreed", {"reason": "SINGLE_AGENCY"}, False),
        ("helping_agency_agreed", {"reason": "SINGLE_AGENCY", "helping_agency": None}, True),
        ("helping_agency_agreed", {"reason": "SINGLE_AGENCY", "helping_agency": ""}, True),
        ("helping_agency_agreed", {"reason": "NEEDS_MET", "helping_agency": None, "helping_agency_agreed": False}, False),
        ("surviving_case_named", {"reason": "DUPLICATE"}, False),
        ("surviving_case_named", {"reason": "OPENED_IN_ERROR", "surviving_case": None}, False),
        ("pause_limited", {"pause_until": None}, True),
        ("pause_limited", {"pause_asked_by": None}, True),
        ("pause_limited", {"pause_until": LIMIT - dt.timedelta(days=1)}, False),
    ],
)
def test_guards_at_their_edges(guard: str, changes: dict[str, Any], refuses: bool) -> None:
    assert bool(GUARDS[guard].check(replace(GOOD, **changes))) is refuses


WORST = Facts(
    children=(),
    agreement_missing_for=("Mia",),
    agreement_in_force_for=("Jake",),
    agreement_ended_recorded=False,
    allocated=False,
    lead_professional="none",
    paused_from=None,
    pause_limit=LIMIT,
    assessment_signed_off=True,
)


@pytest.mark.parametrize("guard", [guard for guard in GUARDS.values() if guard.awaits])
def test_a_guard_that_waits_for_its_record_refuses_nothing(guard: Any) -> None:
    assert guard.check(WORST) is None


def test_all_reasons_come_at_once_and_in_the_order_of_the_definition() -> None:
    verdict = WORKFLOW.judge("awaiting_agreement", "record_decline", replace(WORST, reason="DECLINED"))

    assert [reason.code for reason in verdict.reasons] == ["agreement_ended_recorded", "no_agreement_left"]
    assert verdict.target == "not_agreed"


@pytest.mark.parametrize("state", [state for state in NEXT if NEXT[state]])
def test_telling_social_care_is_never_refused_and_moves_nothing(state: str) -> None:
    verdict = WORKFLOW.judge(state, "escalate", WORST)

    assert (verdict.allowed, verdict.target, verdict.event) == (True, None, "ConcernEscalated")


@pytest.mark.parametrize("state", ["assessing", "planning", "plan_active"])
def test_resume_goes_back_to_where_the_pause_began(state: str) -> None:
    assert WORKFLOW.judge("paused", "resume", replace(GOOD, paused_from=state)).target == state


@pytest.mark.parametrize("state", [None, "paused", "requested", "reviewing", "closed"])
def test_resume_leads_nowhere_that_a_pause_cannot_begin(state: str | None) -> None:
    assert refused("paused", "resume", paused_from=state) == ["not_from_here"]


def test_a_pause_can_begin_wherever_it_can_end() -> None:
    assert set(WORKFLOW.triggers["resume"].target_any) == set(WORKFLOW.triggers["pause"].sources)


def test_before_the_form_is_filled_in_only_the_facts_of_the_case_are_judged() -> None:
    changes: dict[str, Any] = {"pause_until": None, "reason": None, "assessment_signed_off": True}

    assert refused("planning", "pause", with_data=False, **changes) == []
    assert refused("planning", "close_in_error", with_data=False, **changes) == ["not_yet_assessed"]


@pytest.mark.parametrize("reason", [None, "NEEDS_MET", "needs_met", ""])
def test_a_case_ends_for_a_reason_of_the_step_only(reason: str | None) -> None:
    assert refused("requested", "transfer_out", reason=reason) == ["reason_of_this_step"]


def test_the_way_is_the_ordinary_one() -> None:
    assert WORKFLOW.path == (
        *("requested", "triage", "awaiting_agreement", "assessing", "awaiting_sign_off"),
        *("planning", "plan_active", "reviewing", "closed"),
    )
    assert WORKFLOW.intake == ("requested", "triage", "awaiting_agreement")


def test_the_whole_way_can_be_walked() -> None:
    triggers = ["begin_triage", "accept", "start_assessment", "submit", "return_assessment", "submit", "sign_off", "start_plan"]
    triggers += ["start_review", "continue_plan", "start_review", "close"]
    state, stays = WORKFLOW.initial, 0

    for trigger in triggers:
        verdict = WORKFLOW.judge(state, trigger, facts_for(trigger))
        assert verdict.allowed and verdict.target
        state, stays = verdict.target, stays + 1

    assert (state, stays) == ("closed", 12)


def test_one_free_text_at_most_needs_no_form_of_its_own() -> None:
    text_only = {transition.trigger for transition in WORKFLOW.transitions if transition.text_only}

    assert text_only == {"begin_triage", "submit", "return_assessment", "sign_off", "start_plan", "continue_plan", "reassess"}


def test_the_form_belongs_to_the_version() -> None:
    assert (WORKFLOW.key, WORKFLOW.version, WORKFLOW.form) == ("early-help", 1, ("early-help", 1))
