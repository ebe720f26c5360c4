"""Early help, version 1: its ordinary way, and moves that depend on more than one guard."""

from tests.unit.workflows.sample import good, refused, version, worst

WORKFLOW = version("early-help")


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
        verdict = WORKFLOW.judge(state, trigger, good("early-help", trigger))
        assert verdict.allowed and verdict.target
        state, stays = verdict.target, stays + 1

    assert (state, stays) == ("closed", 12)


def test_all_reasons_come_at_once_and_in_the_order_of_the_definition() -> None:
    verdict = WORKFLOW.judge("awaiting_agreement", "record_decline", worst("early-help", reason="DECLINED"))

    assert [reason.code for reason in verdict.reasons] == [
        "agreement_ended_recorded",
        "no_agreement_left",
        "safeguarding_check",
        "referrer_told",
        "no_open_escalation",
    ]
    assert verdict.target == "not_agreed"


def test_a_request_without_a_threshold_decision_is_told_so_once() -> None:
    assert refused("early-help", "triage", "accept", threshold_outcome="none", threshold_approved=False) == ["threshold_early_help"]


def test_a_family_that_did_not_come_from_social_care_is_told_so_once() -> None:
    changes = {"came_by_step_down": False, "social_care_open": False}

    assert refused("early-help", "assessing", "return_step_down", **changes) == ["stepped_down_here"]


def test_one_free_text_at_most_needs_no_form_of_its_own() -> None:
    text_only = {transition.trigger for transition in WORKFLOW.transitions if transition.text_only}

    assert text_only == {"begin_triage", "submit", "return_assessment", "sign_off", "start_plan", "continue_plan", "reassess"}
