"""Early help, version 1: a new assessment of the whole family, then a plan that is reviewed until help can end."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from workflows.kit import Cap, Clock, FormVersion, Guard, Kind, Level, State, Workflow, by_key, row
from workflows.kit import guards_1 as shared
from workflows.kit.endings_1 import ENDINGS, FOR_CHILD
from workflows.kit.facts_1 import CaseFacts

DRIFT = 3
"""After how many reviews without movement a manager's view is needed."""


@dataclass(frozen=True, kw_only=True)
class Facts(CaseFacts):
    """All that the guards look at: what every version does, the level of need, and the plan's needs and movement."""

    level_after_assessment: Annotated[int | None, "the level of need decided on the assessment"]
    unanswered_needs: Annotated[int, "open needs without an outcome in the plan or a recorded reason"]
    reviews_without_movement: Annotated[int, "reviews in a row in which no outcome improved"]
    drift_considered: Annotated[bool, "a manager's view is recorded since the third of them"]


# fmt: off
# Kept as tables: one entry is read against the next, and a reader compares them with the council's own.
STATES = {each.key: each for each in (
    State("requested", "Request received", Kind.WORKING, "Triage team of the locality",
          Level(Clock.WORKING_DAYS, 2, basis="Sefton: an existing plan is looked for within 48 hours")),
    State("triage", "In triage", Kind.WORKING, "Triage worker",
          Level(Clock.WORKING_DAYS, 3, basis="our default")),
    State("awaiting_agreement", "Waiting for the family's agreement", Kind.WAITING_FAMILY,
          "Triage worker until allocated, then the allocated worker",
          Level(Clock.WORKING_DAYS, 5, basis="our default")),
    State("assessing", "Assessment under way", Kind.WORKING, "Allocated worker, who holds the baton as acting lead professional",
          Level(Clock.WORKING_DAYS, 10, on_return=3, on_reassess=10, basis="Sefton: 10; our default: 3 after a return")),
    State("awaiting_sign_off", "Waiting for sign-off", Kind.WAITING_MANAGER, "Team manager",
          Level(Clock.WORKING_DAYS, 3, basis="our default: with the 10 before it, 2 of Sefton's 15 remain to share the conclusions")),
    State("planning", "Bringing the team together", Kind.WAITING_PARTNER, "Lead professional (acting until the meeting agrees one)",
          Level(Clock.WORKING_DAYS, 10, basis="our default")),
    State("plan_active", "Plan under way", Kind.WORKING, "Lead professional",
          Level(Clock.DATE, fact="next_review_on", first=Cap(Clock.CALENDAR_WEEKS, 6),
                later=Cap(Clock.CALENDAR_WEEKS, 12), basis="Sefton: 6 weeks first; Devon: a cycle of 12 weeks")),
    State("reviewing", "In review", Kind.WORKING, "Lead professional",
          Level(Clock.WORKING_DAYS, 5, basis="our default")),
    State("paused", "Paused at the family's request", Kind.WAITING_FAMILY, "Lead professional or allocated worker, who keeps the date",
          Level(Clock.DATE, fact="pause_until", first=Cap(Clock.CALENDAR_WEEKS, 6), basis="our default")),
    State("closed", "Closed", Kind.FINAL, "nobody"),
    State("not_agreed", "Ended: no agreement", Kind.FINAL, "nobody"),
    State("stepped_up", "Stepped up to social care", Kind.FINAL, "Children's social care"),
)}
OPEN = " ".join(key for key, state in STATES.items() if not state.is_final)

FINALS = {
    "closed": ("UNIVERSAL_ADVICE", "SINGLE_AGENCY", "NO_FURTHER_ACTION", "NEEDS_MET", "EHC_PLAN", "AGED_OUT", "MOVED_LA",
               "MOVED_NO_TRANSFER", "REQUEST_WITHDRAWN", "STEP_DOWN_RETURNED", "DECEASED", "DUPLICATE", "OPENED_IN_ERROR"),
    "not_agreed": ("DECLINED", "CONSENT_WITHDRAWN", "UNCONTACTABLE"),
    "stepped_up": ("STEP_UP_S17", "STEP_UP_S47", "STEP_UP_LAC"),
}

GUARDS: Mapping[str, Guard[Facts]] = {**shared.GUARDS, **by_key(
    Guard("level_decided", "Decide the level of need from the assessment.",
          lambda facts: facts.level_after_assessment is not None, ("level_after_assessment",)),
    Guard("needs_answered", "{count} needs have no outcome in the plan. Add one, or say why not.",
          lambda facts: facts.unanswered_needs == 0, ("unanswered_needs",), {"count": "unanswered_needs"},
          one="{count} need has no outcome in the plan. Add one, or say why not."),
    Guard("drift_considered", "Three reviews have shown no movement. Record a manager's view before going on.",
          lambda facts: facts.reviews_without_movement < DRIFT or facts.drift_considered,
          ("reviews_without_movement", "drift_considered")),
)}
move = partial(row, GUARDS)

TRANSITIONS = (
    move("begin_triage", title="Start triage", sources="requested", target="triage", action="BEGIN_TRIAGE", event="TriageBegun",
         guards="involvement_checked children_known", data="note"),
    move("accept", title="Accept the request", sources="triage", target="awaiting_agreement", action="ACCEPT_REQUEST",
         event="RequestAccepted", guards="no_unresolved_duplicate threshold_early_help threshold_approved", data="note team"),
    move("signpost", title="Close with advice or one agency's help", sources="triage", target="closed", action="SIGNPOST_REQUEST",
         event="RequestSignposted", data="reason agency advice", reasons="UNIVERSAL_ADVICE SINGLE_AGENCY",
         guards="threshold_lower threshold_approved helping_agency_agreed referrer_told no_open_escalation"),
    move("start_assessment", title="Start the assessment", sources="awaiting_agreement", target="assessing", action="START_ASSESSMENT",
         event="AssessmentStarted", data="started_on",
         guards="agreement_in_force worker_allocated no_other_open_assessment siblings_considered"),
    move("record_decline", title="Record that the family said no", sources="awaiting_agreement", target="not_agreed",
         action="RECORD_DECLINE", event="FamilyDeclined", data="reason advice", reasons="DECLINED",
         guards="agreement_ended_recorded no_agreement_left safeguarding_check referrer_told no_open_escalation"),
    move("record_no_contact", title="End: the family cannot be reached", target="not_agreed", action="RECORD_NO_CONTACT",
         sources="awaiting_agreement assessing planning plan_active reviewing paused", event="FamilyNotReached", data="reason note",
         reasons="UNCONTACTABLE", guards="attempts_logged safeguarding_check referrer_told no_open_escalation"),
    move("withdraw", title="Record that the family withdrew", target="not_agreed", action="RECORD_WITHDRAWAL", event="FamilyWithdrew",
         sources="assessing awaiting_sign_off planning plan_active reviewing paused", data="reason note", reasons="CONSENT_WITHDRAWN",
         guards="agreement_ended_recorded no_agreement_left safeguarding_check no_open_escalation"),
    move("submit", title="Send for sign-off", sources="assessing", target="awaiting_sign_off", action="SUBMIT_ASSESSMENT",
         event="AssessmentSubmitted", guards="required_answers every_voice_heard parents_views_heard agreement_in_force", data="note"),
    move("return_assessment", title="Return for changes", sources="awaiting_sign_off", target="assessing", action="RETURN_ASSESSMENT",
         event="AssessmentReturned", data="comment"),
    move("sign_off", title="Sign off: a plan is needed", sources="awaiting_sign_off", target="planning", action="SIGN_OFF_ASSESSMENT",
         event="AssessmentSignedOff", guards="level_decided agreement_in_force", data="comment"),
    move("sign_off_no_plan", title="Sign off: no plan needed", sources="awaiting_sign_off", target="closed", action="SIGN_OFF_ASSESSMENT",
         event="AssessmentSignedOffWithoutPlan", data="reason agency comment", reasons="SINGLE_AGENCY NO_FURTHER_ACTION",
         guards="level_decided conclusions_shared helping_agency_agreed no_open_escalation"),
    move("start_plan", title="Start the plan", sources="planning", target="plan_active", action="START_PLAN", event="PlanStarted",
         data="note", guards="agreement_in_force conclusions_shared lead_professional_in_place meeting_held plan_has_actions "
         "needs_answered review_date_set"),
    move("start_review", title="Start the review", sources="plan_active", target="reviewing", action="START_REVIEW", event="ReviewStarted",
         data="meeting_on"),
    move("continue_plan", title="Continue with the plan", sources="reviewing", target="plan_active", action="CONTINUE_PLAN",
         event="PlanContinued", data="note", guards="review_recorded agreement_in_force agreement_reconfirmed lead_professional_in_place "
         "plan_has_actions review_date_set drift_considered"),
    move("reassess", title="Assess again", sources="plan_active reviewing", target="assessing", action="REASSESS",
         event="ReassessmentStarted", guards="agreement_in_force worker_allocated", data="why"),
    move("close", title="Close the case", sources="reviewing", target="closed", action="CLOSE_CASE", event="CaseClosed",
         data="reason agency", reasons="NEEDS_MET SINGLE_AGENCY NO_FURTHER_ACTION EHC_PLAN AGED_OUT", guards="review_recorded "
         "closing_summary no_open_actions family_told helping_agency_agreed reason_supported no_open_escalation"),
    move("pause", title="Pause at the family's request", sources="assessing planning plan_active", target="paused", action="PAUSE_CASE",
         event="CasePaused", guards="pauses_left pause_limited safeguarding_check no_open_escalation", data="asked_by why pause_until"),
    move("resume", title="Resume", sources="paused", action="RESUME_CASE", event="CaseResumed", guards="agreement_in_force",
         data="note next_review_on", target_fact="paused_from", target_any="assessing planning plan_active"),
    move("escalate", title="Tell social care about a risk", sources=OPEN, action="ESCALATE", event="ConcernEscalated",
         data="urgency concern children told_family_or_why_not"),
    move("record_not_taken", title="Record that social care will not take the case", sources=OPEN, action="RECORD_SOCIAL_CARE_DECISION",
         event="StepUpDeclined", guards="escalation_waiting", data="children decided_by decided_on why advice disagreement"),
    move("record_taken", title="Record that social care will take a child", sources=OPEN, action="RECORD_SOCIAL_CARE_DECISION",
         event="StepUpAgreed", data="children route decided_by decided_on social_care_reference"),
    move("step_up", title="Step up: end here, social care has the case", sources=OPEN, target="stepped_up", action="STEP_UP_CASE",
         event="CaseSteppedUp", guards="social_care_took_it all_children_taken", data="reason note",
         reasons="STEP_UP_S17 STEP_UP_S47 STEP_UP_LAC"),
    move("return_step_down", title="Return the family to social care", target="closed", action="RETURN_STEP_DOWN",
         sources="triage awaiting_agreement assessing awaiting_sign_off planning", event="StepDownReturned",
         guards="stepped_down_here social_care_still_open family_told", data="reason note", reasons="STEP_DOWN_RETURNED"),
    move("transfer_out", title="Transfer to another council", sources=OPEN, target="closed", action="TRANSFER_CASE",
         event="CaseTransferred", guards="transfer_consent receiving_council_answered no_open_escalation",
         data="reason council moved_on", reasons="MOVED_LA"),
    move("close_in_error", title="Close: opened in error", sources=OPEN, target="closed", action="CLOSE_IN_ERROR",
         event="CaseClosedInError", guards="not_yet_assessed surviving_case_named no_open_escalation",
         data="reason surviving_case note", reasons="DUPLICATE OPENED_IN_ERROR"),
    move("end_early", title="End for another reason", sources=OPEN, target="closed", action="END_CASE_EARLY", event="CaseEndedEarly",
         guards="reason_supported safeguarding_check referrer_told no_open_escalation", data="reason note",
         reasons="DECEASED AGED_OUT EHC_PLAN MOVED_NO_TRANSFER REQUEST_WITHDRAWN"),
)
# fmt: on

WORKFLOW = Workflow(
    key="early-help",
    version=1,
    title="Early help assessment",
    form=FormVersion("early-help", 1),
    facts=Facts,
    initial="requested",
    states=STATES,
    transitions=TRANSITIONS,
    finals=FINALS,
    endings=ENDINGS,
    path=("requested", "triage", "awaiting_agreement", "assessing", "awaiting_sign_off", "planning", "plan_active", "reviewing", "closed"),
    intake=("requested", "triage", "awaiting_agreement"),
    for_child=FOR_CHILD,
)
