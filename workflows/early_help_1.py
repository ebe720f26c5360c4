"""Early help, version 1: a new assessment of the whole family, then a plan that is reviewed until help can end."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from workflows.kit import Cap, Clock, Ending, FormVersion, Guard, Kind, Level, State, Transition, Workflow


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that the guards look at, read under the case's lock. Children are named as their case names them; no fact names the actor.

    The second group comes with the form of a move.
    """

    children: tuple[str, ...]
    agreement_missing_for: tuple[str, ...]
    agreement_in_force_for: tuple[str, ...]
    agreement_ended_recorded: bool
    allocated: bool
    lead_professional: Literal["agreed", "acting", "none"]
    paused_from: str | None
    pause_limit: dt.date
    assessment_signed_off: bool

    reason: str | None = None
    helping_agency: str | None = None
    helping_agency_agreed: bool = False
    pause_asked_by: str | None = None
    pause_until: dt.date | None = None
    next_review_on: dt.date | None = None
    surviving_case: str | None = None


def helping_agency_agreed(facts: Facts) -> bool:
    """Hold when the one agency that will help is named and has said yes."""
    return facts.reason != "SINGLE_AGENCY" or bool(facts.helping_agency and facts.helping_agency_agreed)


def pause_limited(facts: Facts) -> bool:
    """Hold when it is known who asked for the pause and it ends within what the council allows."""
    return bool(facts.pause_asked_by and facts.pause_until and facts.pause_until <= facts.pause_limit)


def surviving_case_named(facts: Facts) -> bool:
    """Hold when a duplicate says which case goes on."""
    return facts.reason != "DUPLICATE" or bool(facts.surviving_case)


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

ENDINGS = {each.code: each for each in (
    Ending("UNIVERSAL_ADVICE", "Advice given; universal services can meet the need", "neutral"),
    Ending("SINGLE_AGENCY", "One agency can meet the need", "positive", ("the agency, and that it agreed",)),
    Ending("NO_FURTHER_ACTION", "Assessed; nothing more is needed", "neutral", ("a signed-off assessment",)),
    Ending("NEEDS_MET", "Needs met; outcomes achieved", "positive", ("a final review with most outcomes achieved or partly achieved",)),
    Ending("EHC_PLAN", "Needs are now met through an education, health and care plan", "transfer", ("the date of the plan",)),
    Ending("AGED_OUT", "Reached the upper age of the service", "transfer",
           ("a date of birth that shows it", "who supports the young person now, or that they want nobody")),
    Ending("MOVED_LA", "Moved to another council; record passed on", "transfer", ("the council's code", "consent to transfer")),
    Ending("MOVED_NO_TRANSFER", "Moved to another council; record not passed on", "transfer",
           ("the council's code if known", "a safeguarding check")),
    Ending("REQUEST_WITHDRAWN", "The person who asked for help withdrew the request", "neutral", ("who withdrew it and why",)),
    Ending("STEP_DOWN_RETURNED", "Returned to social care, which had kept its case open", "not_taken",
           ("why", "that social care was told")),
    Ending("DECEASED", "Child or unborn child died", "other", ("the date of death or loss",)),
    Ending("DUPLICATE", "Duplicate of another case", "administrative", ("the case that goes on",)),
    Ending("OPENED_IN_ERROR", "Opened in error", "administrative", ("what the error was",)),
    Ending("DECLINED", "The family said no", "disengaged", ("who said no", "the advice given")),
    Ending("CONSENT_WITHDRAWN", "The family withdrew", "disengaged", ("who withdrew", "a safeguarding check")),
    Ending("UNCONTACTABLE", "The family could not be reached", "disengaged", ("three attempts", "a safeguarding check")),
    Ending("STEP_UP_S17", "Social care took the case: child in need", "escalation", ("the date of social care's decision",)),
    Ending("STEP_UP_S47", "Social care took the case: child protection", "escalation", ("the date of social care's decision",)),
    Ending("STEP_UP_LAC", "Child became looked after", "escalation", ("the date of social care's decision",)),
)}
FINALS = {
    "closed": ("UNIVERSAL_ADVICE", "SINGLE_AGENCY", "NO_FURTHER_ACTION", "NEEDS_MET", "EHC_PLAN", "AGED_OUT", "MOVED_LA",
               "MOVED_NO_TRANSFER", "REQUEST_WITHDRAWN", "STEP_DOWN_RETURNED", "DECEASED", "DUPLICATE", "OPENED_IN_ERROR"),
    "not_agreed": ("DECLINED", "CONSENT_WITHDRAWN", "UNCONTACTABLE"),
    "stepped_up": ("STEP_UP_S17", "STEP_UP_S47", "STEP_UP_LAC"),
}

GUARDS: dict[str, Guard[Facts]] = {each.key: each for each in (
    Guard("involvement_checked", "Check first whether somebody is already helping this family.", awaits="the involvement check"),
    Guard("children_known", "Add at least one child or unborn child to this case.",
          lambda facts: bool(facts.children), ("children",)),
    Guard("no_unresolved_duplicate", "Decide first whether {children} already have a record.", awaits="the search for duplicates"),
    Guard("threshold_early_help", "Record a threshold decision for an early help assessment first.", awaits="the threshold decision"),
    Guard("threshold_lower", "The threshold decision does not say that universal services or one agency can help.",
          awaits="the threshold decision"),
    Guard("threshold_approved", "A second person has not yet approved the threshold decision.", awaits="the threshold decision"),
    Guard("referrer_told", "Tell the person who asked for help what was decided, or record why you cannot.",
          awaits="the answer to the referrer"),
    Guard("helping_agency_agreed", "Name the agency that will help, and record that it agreed.",
          helping_agency_agreed, ("helping_agency_agreed", "helping_agency", "reason"), with_data=True),
    Guard("agreement_in_force", "Nobody who may agree for {children} has agreed to early help, or the agreement has ended.",
          lambda facts: not facts.agreement_missing_for, ("agreement_missing_for",), {"children": "agreement_missing_for"}),
    Guard("worker_allocated", "Allocate this case to a worker first.",
          lambda facts: facts.allocated, ("allocated",)),
    Guard("no_other_open_assessment",
          "{agency} opened an assessment of {child} on {date}. Ask to join it, or end early help for {child} here.",
          awaits="the assessment"),
    Guard("siblings_considered", "{sibling} of the same household already has early help ({contact}). Say whether to join or stay apart.",
          awaits="the decision about siblings"),
    Guard("agreement_ended_recorded", "Record who said no or withdrew, when and how.",
          lambda facts: facts.agreement_ended_recorded, ("agreement_ended_recorded",)),
    Guard("no_agreement_left", "The agreement still stands for {children}. End early help only for the others.",
          lambda facts: not facts.agreement_in_force_for, ("agreement_in_force_for",), {"children": "agreement_in_force_for"}),
    Guard("safeguarding_check", "Record whether a child would be at risk without this help, and what you will do.",
          awaits="the safeguarding check"),
    Guard("attempts_logged", "Log at least three attempts to reach the family, on three days and by two ways.",
          awaits="the log of contact attempts"),
    Guard("required_answers", "Answer the required questions in {sections}.", awaits="the assessment"),
    Guard("every_voice_heard", "Record what {children} said in their own way, or why you could not ask.", awaits="the assessment"),
    Guard("parents_views_heard", "Record the parents' or carers' views, or why you could not ask.", awaits="the assessment"),
    Guard("level_decided", "Decide the level of need from the assessment.", awaits="the assessment"),
    Guard("conclusions_shared", "Share the conclusions with the family first, or record why that is not safe.", awaits="the assessment"),
    Guard("lead_professional_in_place", "Agree a lead professional. The one recorded is acting or has left.",
          lambda facts: facts.lead_professional == "agreed", ("lead_professional",)),
    Guard("meeting_held", "Hold a team meeting with the family, or record their views for it.", awaits="the team meeting"),
    Guard("plan_has_actions", "Add an outcome with an action, who will do it and by when.", awaits="the plan"),
    Guard("needs_answered", "{count} needs have no outcome in the plan. Add one, or say why not.", awaits="the plan"),
    Guard("review_date_set", "Set the next review, no later than {limit}.", awaits="the plan"),
    Guard("review_recorded", "Record the review: its date, the child's and family's views, and how each outcome went.",
          awaits="the review"),
    Guard("agreement_reconfirmed", "Ask the family again whether they still agree, and record it.", awaits="the review"),
    Guard("drift_considered", "Three reviews have shown no movement. Record a manager's view before going on.", awaits="the review"),
    Guard("closing_summary", "Write the closing summary: what is better, and who helps from now on.", awaits="the closing summary"),
    Guard("no_open_actions", "{count} actions are still open. Finish them, or end each with a reason.", awaits="the plan"),
    Guard("family_told", "Tell the family that the case is ending, or record why you cannot.", awaits="the closing summary"),
    Guard("no_open_escalation", "Social care has not yet decided on the concern sent on {date}.", awaits="the concern sent to social care"),
    Guard("escalation_waiting", "No concern is waiting for social care's decision.", awaits="the concern sent to social care"),
    Guard("social_care_took_it", "Record social care's decision first. The case stays here until social care decides to take it.",
          awaits="social care's decision"),
    Guard("all_children_taken", "Social care has not taken {children}. End early help for the others only.",
          awaits="social care's decision"),
    Guard("pause_limited", "Record who asked for the pause, and an end no later than {limit}.",
          pause_limited, ("pause_asked_by", "pause_until", "pause_limit"), {"limit": "pause_limit"}, with_data=True),
    Guard("stepped_down_here", "This case did not come from social care.", awaits="the step-down"),
    Guard("social_care_still_open", "Social care has closed its case. Escalate the concern instead.", awaits="the step-down"),
    Guard("transfer_consent", "The family has not agreed to pass the record on. End the case as moved away instead.",
          awaits="the transfer"),
    Guard("receiving_council_answered", "The other council has not answered. Chase it twice, and wait until {date}.",
          awaits="the transfer"),
    Guard("surviving_case_named", "Name the case that goes on.", surviving_case_named, ("surviving_case", "reason"), with_data=True),
    Guard("not_yet_assessed", "An assessment was signed off on this case, so it was not opened in error. End it with its real reason.",
          lambda facts: not facts.assessment_signed_off, ("assessment_signed_off",)),
    Guard("reason_supported", "The reason {reason} needs {missing}.", awaits="what the chosen reason needs", with_data=True),
)}


def move(
    trigger: str, *, title: str, sources: str, action: str, event: str, target: str | None = None, guards: str = "", data: str = "",
    reasons: str = "", target_fact: str | None = None, target_any: tuple[str, ...] = (),
) -> Transition[Facts]:
    """Write one row of the table below: several words in a text are several values, and a guard is named by its key."""
    return Transition(
        trigger, title, tuple(sources.split()), target, action, event, tuple(GUARDS[key] for key in guards.split()),
        tuple(data.split()), tuple(reasons.split()), target_fact, target_any,
    )


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
         event="CasePaused", guards="pause_limited safeguarding_check no_open_escalation", data="asked_by why pause_until"),
    move("resume", title="Resume", sources="paused", action="RESUME_CASE", event="CaseResumed", guards="agreement_in_force",
         data="note next_review_on", target_fact="paused_from", target_any=("assessing", "planning", "plan_active")),
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
    for_child=(
        *("SINGLE_AGENCY", "NO_FURTHER_ACTION", "NEEDS_MET", "EHC_PLAN", "AGED_OUT", "MOVED_NO_TRANSFER", "DECEASED", "OPENED_IN_ERROR"),
        *("DECLINED", "CONSENT_WITHDRAWN", "STEP_UP_S17", "STEP_UP_S47", "STEP_UP_LAC"),
    ),
)
