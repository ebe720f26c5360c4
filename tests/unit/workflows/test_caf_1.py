"""The common assessment framework, version 1: its ordinary way, and where it differs from early help."""

from tests.unit.workflows.sample import good, refused, version
from workflows.kit import Gap

WORKFLOW = version("caf")


def test_the_way_is_the_ordinary_one() -> None:
    assert WORKFLOW.path == (
        *("identified", "seeking_consent", "assessing", "checking"),
        *("convening", "plan_active", "reviewing", "closed"),
    )
    assert WORKFLOW.intake == ("identified", "seeking_consent")


def test_the_whole_way_can_be_walked() -> None:
    state = WORKFLOW.initial

    for trigger in ("accept", "start_assessment", "submit", "sign_off", "start_plan", "start_review", "close"):
        verdict = WORKFLOW.judge(state, trigger, good("caf", trigger))
        assert verdict.allowed and verdict.target
        state = verdict.target

    assert state == "closed"


def test_an_element_left_empty_stops_the_assessment_and_is_named() -> None:
    facts = good("caf", elements_not_considered=(Gap("Self-care skills and independence", "Kofi"),))

    reasons = WORKFLOW.judge("assessing", "submit", facts).reasons

    assert [reason.message for reason in reasons] == [
        "Consider every element, or say why it was not explored: Self-care skills and independence (Kofi)."
    ]


def test_asks_neither_for_a_level_of_need_nor_for_every_need_nor_about_drift() -> None:
    used = {guard.key for each in WORKFLOW.transitions for guard in each.guards}

    assert not used & {"level_decided", "needs_answered", "drift_considered"}


def test_involvement_and_children_are_asked_for_before_consent() -> None:
    assert refused("caf", "identified", "accept", involvement_checked=False, children=()) == ["involvement_checked", "children_known"]


def test_one_free_text_at_most_needs_no_form_of_its_own() -> None:
    text_only = {transition.trigger for transition in WORKFLOW.transitions if transition.text_only}

    assert text_only == {"submit", "return_assessment", "sign_off", "start_plan", "continue_plan", "reassess"}
