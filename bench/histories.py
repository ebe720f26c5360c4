"""How the cases came to where they stand: which states there are how often, and the way to each of them."""

from dataclasses import dataclass

ONGOING = 0.4
"""The part of the cases that go on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a case: an event, and for a move its trigger and the state that it led to."""

    event: str
    trigger: str = ""
    state: str = ""


def records(*kinds: str) -> tuple[Step, ...]:
    """Return steps that move nothing, by their events."""
    return tuple(map(Step, kinds))


OPENED = (Step("HelpRequested", "request_help", "requested"),)
TRIAGED = (*OPENED, *records("InvolvementChecked"), Step("TriageBegun", "begin_triage", "triage"))
DECIDED = (*TRIAGED, *records("ThresholdDecided", "ReferrerTold"))
ACCEPTED = (*DECIDED, Step("RequestAccepted", "accept", "awaiting_agreement"), *records("CaseAllocated"))
AGREED = (*ACCEPTED, *records("AgreementRecorded", "AgreementRecorded"))
ASSESSING = (*AGREED, Step("AssessmentStarted", "start_assessment", "assessing"), *records("AssessmentSectionSaved", "NoteAdded"))
SUBMITTED = (*ASSESSING, Step("AssessmentSubmitted", "submit", "awaiting_sign_off"), *records("ThresholdDecided", "ConclusionsShared"))
PLANNING = (*SUBMITTED, Step("AssessmentSignedOff", "sign_off", "planning"), *records("LeadProfessionalNamed", "TeamMemberAdded"))
AIMED = (*PLANNING, *records("NeedRecorded", "OutcomeAdded", "ActionAdded", "MeetingRecorded"))
PLANNED = (*AIMED, Step("PlanStarted", "start_plan", "plan_active"), *records("NoteAdded"))
REVIEWING = (*PLANNED, Step("ReviewStarted", "start_review", "reviewing"))
REVIEWED = (*REVIEWING, *records("ReviewRecorded", "ActionCompleted", "ClosingSummaryWritten", "FamilyTold"))
CHECKED = (*PLANNED, *records("SafeguardingChecked"))
TAKEN = (*PLANNED, *records("ConcernEscalated", "StepUpAgreed"))

WAYS = {
    "requested": OPENED,
    "triage": TRIAGED,
    "awaiting_agreement": ACCEPTED,
    "assessing": ASSESSING,
    "awaiting_sign_off": SUBMITTED,
    "planning": PLANNING,
    "plan_active": PLANNED,
    "reviewing": REVIEWING,
    "paused": (*CHECKED, Step("CasePaused", "pause", "paused")),
    "closed": (*REVIEWED, Step("CaseClosed", "close", "closed")),
    "not_agreed": (*ACCEPTED, *records("SafeguardingChecked"), Step("FamilyDeclined", "record_decline", "not_agreed")),
    "stepped_up": (*TAKEN, Step("CaseSteppedUp", "step_up", "stepped_up")),
}
OPEN = {
    "requested": 2,
    "triage": 3,
    "awaiting_agreement": 5,
    "assessing": 13,
    "awaiting_sign_off": 5,
    "planning": 9,
    "plan_active": 48,
    "reviewing": 8,
    "paused": 7,
}
FINAL = {"closed": 80, "not_agreed": 15, "stepped_up": 5}
"""How many of a hundred stand where, of those that go on and of those that ended."""

REASONS = {"closed": "NEEDS_MET", "not_agreed": "DECLINED", "stepped_up": "STEP_UP_S17"}
FRONT_DOOR_STATES = ("requested", "triage")
