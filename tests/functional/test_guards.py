"""Every guard of both workflows refuses a real move for what is really lacking, and lets it pass once that is recorded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.functional import lacks
from tests.functional.api import Api
from tests.functional.assessments import share, write_all
from tests.functional.concerns import TODAY, leave, take, tell
from tests.functional.families import CASE, CommonAssessment, Family
from tests.functional.lacks import Work, in_order
from tests.functional.leaving import DEVON, agree_to_transfer, offer, step_down
from tests.functional.plans import day
from tests.functional.recording import (
    check_safety,
    find_early_help,
    find_level,
    find_universal,
    search,
    sum_up,
    tell_family,
    tell_referrer,
    try_to_reach,
)
from workflows import WORKFLOWS

Form = Mapping[str, Any]
EITHER, EARLY_HELP, CAF = "early-help caf", "early-help", "caf"
FAMILIES = {EARLY_HELP: Family, CAF: CommonAssessment}


@dataclass(frozen=True)
class Lack:
    """What a guard refuses: the step and who takes it, the way to what is lacking, and what is done about it.

    `form` and `better` are what the form of the step carries before and after; `also` names guards that the same lack keeps shut.
    """

    guard: str
    trigger: str
    who: str
    way: Work | str
    done: Work | str = lambda _: None
    frameworks: str = EITHER
    also: tuple[str, ...] = ()
    form: Form = field(default_factory=dict)
    better: Callable[[Family], Form] = lambda _: {}


ADVICE = {"reason": "UNIVERSAL_ADVICE", "advice": "The library's reading group."}
TO_KEEP = {"advice": "They can ask again."}
ONE_AGENCY = {**ADVICE, "reason": "SINGLE_AGENCY"}
ASSESSED_ENOUGH = {"reason": "NO_FURTHER_ACTION"}
MOVED = {"council": DEVON, "movedOn": TODAY}
NOTE = {"note": "As they said."}
WHOLE = ("pause", "record_not_taken")
"""Steps that have no half-filled form."""
STEPS = {
    "signpost": "signpostRequest", "accept": "acceptRequest", "start_assessment": "startAssessment", "record_decline": "recordDecline",
    "record_no_contact": "recordNoContact", "close": "closeCase", "pause": "pauseCase", "record_not_taken": "recordNotTaken",
    "step_up": "stepUpCase", "return_step_down": "returnStepDown", "transfer_out": "transferCase", "close_in_error": "closeInError",
    "end_early": "endCaseEarly",
}  # fmt: skip
"""The mutation of each step that has one of its own."""


def told_both(family: Family) -> None:
    """Tell social care about both children."""
    tell(family, *family.children)


def left_both(family: Family) -> None:
    """Record that social care takes neither."""
    leave(family, *family.children)


def taken_both(family: Family) -> None:
    """Tell social care about both children, and record that it takes them."""
    told_both(family)
    take(family, *family.children)


def all_but(section: str) -> Work:
    """Answer every required question but for those of a section."""
    return in_order("assessing", lambda family: write_all(family, but=section))


def only(section: str) -> Work:
    """Answer the required questions of a section."""
    return lambda family: write_all(family, only=section)


def paused(family: Family, until: str) -> Form:
    """Return the form of a pause."""
    return {"askedById": family.mother, "why": "They are away.", "pauseUntil": until}


# fmt: off
# Kept as a table: a guard, the step and who takes it, the way to what is lacking, and what is done about it.
TO_DECLINE = in_order("awaiting_agreement", tell_referrer)
TO_PLAN = in_order("planning", lambda family: share(family) if family.framework == "EARLY_HELP" else None)
TO_CLOSE = in_order("reviewing", lacks.finish_actions)
NOT_TAKEN = {"decidedBy": "J. Moss", "decidedOn": TODAY, "why": "Below their threshold."}
LACKS = (
    Lack("involvement_checked", "begin_triage", "triage", "requested", search, EARLY_HELP),
    Lack("involvement_checked", "accept", "triage", in_order("requested", find_early_help), search, CAF),
    Lack("children_known", "begin_triage", "triage", in_order("searched", lacks.lose_children), lacks.bring_a_child, EARLY_HELP),
    Lack("children_known", "accept", "triage", in_order("decided", lacks.lose_children), lacks.bring_a_child, CAF),
    Lack("no_unresolved_duplicate", "accept", "triage", in_order("decided", lacks.enter_jake_again), lacks.tell_them_apart),
    Lack("threshold_early_help", "accept", "triage", "in_triage", find_early_help),
    Lack("threshold_approved", "accept", "triage", in_order("in_triage", lacks.decide_against_the_document), lacks.approve),
    Lack("threshold_lower", "signpost", "triage", in_order("in_triage", tell_referrer), find_universal, form=ADVICE),
    Lack("referrer_told", "signpost", "triage", in_order("in_triage", find_universal), tell_referrer, form=ADVICE),
    Lack("helping_agency_agreed", "signpost", "triage", in_order("in_triage", find_universal, tell_referrer), form=ONE_AGENCY,
         better=lambda _: {**ONE_AGENCY, "agencyId": lacks.SCHOOL, "agencyAgreed": True}),
    Lack("agreement_in_force", "start_assessment", "worker", "awaiting_agreement", lacks.agree),
    Lack("worker_allocated", "start_assessment", "triage", in_order("accepted", lacks.agree), lacks.allocate),
    Lack("no_other_open_assessment", "start_assessment", "worker",
         in_order("awaiting_agreement", lacks.agree, lacks.assess_elsewhere), lacks.close_elsewhere),
    Lack("siblings_considered", "start_assessment", "worker",
         in_order("awaiting_agreement", lacks.agree, lacks.help_leo), lacks.stay_apart),
    Lack("agreement_ended_recorded", "record_decline", "worker", in_order(TO_DECLINE, check_safety), lacks.refuse, form=TO_KEEP),
    Lack("no_agreement_left", "record_decline", "worker", in_order(TO_DECLINE, lacks.agree_for_one, check_safety),
         "withdraw_all", form=TO_KEEP),
    Lack("safeguarding_check", "record_decline", "worker", in_order(TO_DECLINE, lacks.refuse), check_safety, form=TO_KEEP),
    Lack("attempts_logged", "record_no_contact", "manager", in_order(TO_DECLINE, check_safety), try_to_reach, form=NOTE),
    Lack("required_answers", "submit", "worker", all_but("analysis"), only("analysis"), EARLY_HELP),
    Lack("required_answers", "submit", "worker", all_but("conclusions"), only("conclusions"), CAF),
    Lack("elements_considered", "submit", "worker", all_but("environment"), only("environment"), CAF, ("required_answers",)),
    Lack("every_voice_heard", "submit", "worker", all_but("voice"), only("voice"), EARLY_HELP, ("required_answers",)),
    Lack("every_voice_heard", "submit", "worker", all_but("comments"), only("comments"), CAF, ("required_answers",)),
    Lack("parents_views_heard", "submit", "worker", all_but("parents"), only("parents"), EARLY_HELP, ("required_answers",)),
    Lack("parents_views_heard", "submit", "worker", all_but("parent_comments"), only("parent_comments"), CAF, ("required_answers",)),
    Lack("level_decided", "sign_off", "manager", "awaiting_sign_off", find_level, EARLY_HELP),
    Lack("conclusions_shared", "start_plan", "worker", in_order("planning", "agree_plan"), share, EARLY_HELP),
    Lack("conclusions_shared", "sign_off", "manager", "awaiting_sign_off", share, CAF),
    Lack("lead_professional_in_place", "start_plan", "worker", in_order("signed_off", "make_plan"),
         lambda family: family.lead("worker")),
    Lack("meeting_held", "start_plan", "worker", in_order(TO_PLAN, lacks.set_outcome, lacks.add_action, lacks.meet_without_the_family),
         lacks.meet),
    Lack("plan_has_actions", "start_plan", "worker", in_order(TO_PLAN, lacks.set_outcome, lacks.meet_and_set_the_day), lacks.add_action),
    Lack("needs_answered", "start_plan", "worker", in_order("planned", lacks.add_need), lacks.plan_for_every_need, EARLY_HELP),
    Lack("review_date_set", "start_plan", "worker", in_order(TO_PLAN, lacks.set_outcome, lacks.add_action, lacks.meet),
         lacks.meet_and_set_the_day),
    Lack("agreement_reconfirmed", "continue_plan", "worker", in_order("reviewing", lacks.review_without_asking), lacks.ask_again),
    Lack("drift_considered", "continue_plan", "worker", in_order("reviewing", lacks.review_three_times), lacks.consider_drift,
         EARLY_HELP),
    Lack("review_recorded", "close", "manager", in_order(TO_CLOSE, sum_up, tell_family), "review",
         form=ASSESSED_ENOUGH),
    Lack("closing_summary", "close", "manager", in_order(TO_CLOSE, "review", tell_family), sum_up, form=ASSESSED_ENOUGH),
    Lack("family_told", "close", "manager", in_order(TO_CLOSE, "review", sum_up), tell_family, form=ASSESSED_ENOUGH),
    Lack("no_open_actions", "close", "manager", in_order("reviewed", sum_up, tell_family), lacks.finish_actions, form=ASSESSED_ENOUGH),
    Lack("no_open_escalation", "pause", "worker", in_order("assessing", check_safety, told_both), left_both,
         better=lambda family: paused(family, day(7))),
    Lack("pauses_left", "pause", "worker", in_order("assessing", lacks.be_paused_twice), lacks.allow_a_third_pause,
         better=lambda family: paused(family, day(7))),
    Lack("pause_limited", "pause", "worker", in_order("assessing", check_safety), form={"pauseUntil": day(60)},
         better=lambda family: paused(family, day(7))),
    Lack("escalation_waiting", "record_not_taken", "worker", "assessing", told_both, form=NOT_TAKEN,
         better=lambda family: {"childIds": list(family.children)}),
    Lack("social_care_took_it", "step_up", "worker", in_order("assessing", told_both), lambda family: take(family, *family.children),
         also=("all_children_taken",), form={"reason": "STEP_UP_S17"}),
    Lack("all_children_taken", "step_up", "worker", in_order("assessing", told_both, lacks.take_jake), lacks.take_mia,
         form={"reason": "STEP_UP_S17"}),
    Lack("stepped_down_here", "return_step_down", "triage", in_order("in_triage", lacks.from_social_care, tell_family), step_down,
         form=NOTE),
    Lack("social_care_still_open", "return_step_down", "triage", in_order(
         "in_triage", lacks.from_social_care, lambda family: step_down(family, socialCareClosedOn=TODAY), tell_family),
         lacks.reopen_at_social_care, form=NOTE),
    Lack("transfer_consent", "transfer_out", "manager", in_order("assessing", offer, lacks.be_taken_in), agree_to_transfer,
         form=MOVED),
    Lack("receiving_council_answered", "transfer_out", "manager", in_order("assessing", agree_to_transfer, offer),
         lacks.be_taken_in, form=MOVED),
    Lack("surviving_case_named", "close_in_error", "front_door_manager", in_order("in_triage", lacks.ask_twice),
         form={"reason": "DUPLICATE", **NOTE}, better=lambda family: {"survivingCaseId": lacks.other_case(family)}),
    Lack("reason_supported", "end_early", "manager", in_order("assessing", check_safety, tell_referrer), lacks.date_the_plan_of_mia,
         form={"reason": "EHC_PLAN", **NOTE}),
)
# fmt: on
EACH = [pytest.param(lack, key, id=f"{key}-{lack.guard}") for lack in LACKS for key in lack.frameworks.split()]
WITH_DATA = {guard.key for workflow in WORKFLOWS.values() for each in workflow.transitions for guard in each.guards if guard.with_data}
OFFERED = "query($id: ID!) { case(id: $id) { availableMoves { trigger refusals { code } } } }"


def asked(family: Family, lack: Lack, form: Form) -> tuple[str, dict[str, Any]]:
    """Return the mutation of a step, and its input."""
    given = {"caseId": family.case, "expectedVersion": family.version(), **form}
    return (STEPS[lack.trigger], given) if lack.trigger in STEPS else ("moveCase", {**given, "trigger": lack.trigger})


def shut(api: Api, family: Family, lack: Lack) -> set[str]:
    """Name what stands in the way of a step, as the screen shows it."""
    offered = api.ask(lack.who, OFFERED, id=family.case)["case"]["availableMoves"]
    return next({each["code"] for each in move["refusals"]} for move in offered if move["trigger"] == lack.trigger)


@pytest.mark.parametrize(("lack", "key"), EACH)
def test_refuses_until_what_is_lacking_is_recorded(api: Api, lack: Lack, key: str) -> None:
    family = FAMILIES[key](api)
    in_order(lack.way)(family)
    refused = {lack.guard, *lack.also}
    form = {**lack.better(family), **lack.form} if lack.trigger in WHOLE else lack.form
    mutation, given = asked(family, lack, form)

    problems = api.refused(lack.who, mutation, CASE, **given)

    assert {each["reason"] for each in problems} == refused
    assert shut(api, family, lack) == refused - WITH_DATA

    in_order(lack.done)(family)
    mutation, given = asked(family, lack, {**lack.form, **lack.better(family)})
    api.do(lack.who, mutation, CASE, **given)

    transition = WORKFLOWS[key, 1].triggers[lack.trigger]
    assert api.events("case", family.case)[-1] == transition.event
    assert transition.stays or family.state() == transition.target


@pytest.mark.parametrize("key", FAMILIES)
def test_an_assessment_that_was_signed_off_is_not_closed_as_an_error(api: Api, key: str) -> None:
    family = FAMILIES[key](api)
    family.signed_off()
    given = {"reason": "OPENED_IN_ERROR", "note": "Another family."}

    [problem] = api.refused("manager", "closeInError", CASE, caseId=family.case, expectedVersion=family.version(), **given)

    assert problem["reason"] == "not_yet_assessed"
    another = FAMILIES[key](api)
    another.awaiting_sign_off()
    assert another.step("manager", "closeInError", **given)["state"] == "closed"


@pytest.mark.parametrize("key", FAMILIES)
def test_every_guard_is_in_the_table(key: str) -> None:
    guards = {guard.key for each in WORKFLOWS[key, 1].transitions for guard in each.guards}

    assert {lack.guard for lack in LACKS if key in lack.frameworks.split()} | {"not_yet_assessed"} == guards
