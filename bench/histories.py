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


OPENED = (Step("HelpRequested", "request_help", "requested"),)
TRIAGED = (*OPENED, Step("TriageBegun", "begin_triage", "triage"))
ACCEPTED = (*TRIAGED, Step("RequestAccepted", "accept", "awaiting_agreement"), Step("CaseAllocated"))
AGREED = (*ACCEPTED, Step("AgreementRecorded"), Step("AgreementRecorded"))
ASSESSING = (*AGREED, Step("AssessmentStarted", "start_assessment", "assessing"), Step("NoteAdded"))
SUBMITTED = (*ASSESSING, Step("AssessmentSubmitted", "submit", "awaiting_sign_off"))
PLANNING = (*SUBMITTED, Step("AssessmentSignedOff", "sign_off", "planning"), Step("LeadProfessionalNamed"), Step("TeamMemberAdded"))
PLANNED = (*PLANNING, Step("PlanStarted", "start_plan", "plan_active"), Step("NoteAdded"))
REVIEWING = (*PLANNED, Step("ReviewStarted", "start_review", "reviewing"))

WAYS = {
    "requested": OPENED,
    "triage": TRIAGED,
    "awaiting_agreement": ACCEPTED,
    "assessing": ASSESSING,
    "awaiting_sign_off": SUBMITTED,
    "planning": PLANNING,
    "plan_active": PLANNED,
    "reviewing": REVIEWING,
    "paused": (*PLANNED, Step("CasePaused", "pause", "paused")),
    "closed": (*REVIEWING, Step("CaseClosed", "close", "closed")),
    "not_agreed": (*ACCEPTED, Step("FamilyDeclined", "record_decline", "not_agreed")),
    "stepped_up": (*PLANNED, Step("CaseSteppedUp", "step_up", "stepped_up")),
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
