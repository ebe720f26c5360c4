"""The early help workflow, version 1, and the council's matrix of permissions, written down by hand from what councils agreed.

Guards whose record the service does not keep yet refuse nothing, and are not here.
"""

from dataclasses import dataclass

WORKING_DAYS = {
    "requested": 2,
    "triage": 3,
    "awaiting_agreement": 5,
    "assessing": 10,
    "awaiting_sign_off": 3,
    "planning": 10,
    "reviewing": 5,
}
"""How many working days a stay may take."""

OPEN = "requested triage awaiting_agreement assessing awaiting_sign_off planning plan_active reviewing paused"
INTAKE = ("requested", "triage", "awaiting_agreement")
FINAL = ("closed", "not_agreed", "stepped_up")


@dataclass(frozen=True)
class Move:
    """One row of the table of moves. `to` is None where the case stays; `before` can be judged at once, `with_form` with its data."""

    trigger: str
    mutation: str
    sources: tuple[str, ...]
    to: str | None
    who: frozenset[str]
    before: tuple[str, ...] = ()
    with_form: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def ends(self) -> bool:
        """Tell whether the case ends with it."""
        return self.to in FINAL


def row(trigger: str, mutation: str, sources: str, to: str | None, who: str, before: str = "", form: str = "", reasons: str = "") -> Move:
    return Move(
        trigger,
        mutation,
        tuple(sources.split()),
        to,
        frozenset(who.split()),
        tuple(before.split()),
        tuple(form.split()),
        tuple(reasons.split()),
    )


WITHDRAWN = "agreement_ended_recorded no_agreement_left"
# fmt: off
MOVES = {each.trigger: each for each in (
    row("begin_triage", "moveCase", "requested", "triage", "triage manager", "children_known"),
    row("accept", "acceptRequest", "triage", "awaiting_agreement", "triage manager"),
    row("signpost", "signpostRequest", "triage", "closed", "triage manager", "", "helping_agency_agreed", "UNIVERSAL_ADVICE SINGLE_AGENCY"),
    row("start_assessment", "startAssessment", "awaiting_agreement", "assessing", "allocated triage manager",
        "agreement_in_force worker_allocated"),
    row("record_decline", "recordDecline", "awaiting_agreement", "not_agreed", "allocated triage manager", WITHDRAWN, "", "DECLINED"),
    row("record_no_contact", "recordNoContact", "awaiting_agreement assessing planning plan_active reviewing paused", "not_agreed",
        "triage manager", "", "", "UNCONTACTABLE"),
    row("withdraw", "recordWithdrawal", "assessing awaiting_sign_off planning plan_active reviewing paused", "not_agreed",
        "allocated lead manager", WITHDRAWN, "", "CONSENT_WITHDRAWN"),
    row("submit", "moveCase", "assessing", "awaiting_sign_off", "allocated", "agreement_in_force"),
    row("return_assessment", "moveCase", "awaiting_sign_off", "assessing", "manager service_manager"),
    row("sign_off", "moveCase", "awaiting_sign_off", "planning", "manager service_manager", "agreement_in_force"),
    row("sign_off_no_plan", "signOffNoPlan", "awaiting_sign_off", "closed", "manager service_manager", "", "helping_agency_agreed",
        "SINGLE_AGENCY NO_FURTHER_ACTION"),
    row("start_plan", "moveCase", "planning", "plan_active", "allocated lead manager", "agreement_in_force lead_professional_in_place"),
    row("start_review", "startReview", "plan_active", "reviewing", "allocated lead manager"),
    row("continue_plan", "moveCase", "reviewing", "plan_active", "lead manager", "agreement_in_force lead_professional_in_place"),
    row("reassess", "moveCase", "plan_active reviewing", "assessing", "lead manager", "agreement_in_force worker_allocated"),
    row("close", "closeCase", "reviewing", "closed", "manager service_manager", "", "helping_agency_agreed",
        "NEEDS_MET SINGLE_AGENCY NO_FURTHER_ACTION EHC_PLAN AGED_OUT"),
    row("pause", "pauseCase", "assessing planning plan_active", "paused", "allocated lead manager", "", "pause_limited"),
    row("resume", "resumeCase", "paused", "where it was paused", "allocated lead manager", "agreement_in_force"),
    row("escalate", "escalate", OPEN, None, "allocated lead member team requester triage manager service_manager"),
    row("record_not_taken", "recordNotTaken", OPEN, None, "allocated lead triage manager"),
    row("record_taken", "recordTaken", OPEN, None, "allocated lead triage manager"),
    row("step_up", "stepUpCase", OPEN, "stepped_up", "allocated lead triage manager", "", "", "STEP_UP_S17 STEP_UP_S47 STEP_UP_LAC"),
    row("return_step_down", "returnStepDown", "triage awaiting_agreement assessing awaiting_sign_off planning", "closed", "triage manager",
        "", "", "STEP_DOWN_RETURNED"),
    row("transfer_out", "transferCase", OPEN, "closed", "manager service_manager", "", "", "MOVED_LA"),
    row("close_in_error", "closeInError", OPEN, "closed", "manager service_manager", "not_yet_assessed", "surviving_case_named",
        "DUPLICATE OPENED_IN_ERROR"),
    row("end_early", "endCaseEarly", OPEN, "closed", "manager service_manager", "", "",
        "DECEASED AGED_OUT EHC_PLAN MOVED_NO_TRANSFER REQUEST_WITHDRAWN"),
)}
# fmt: on
REASONS = sorted({reason for move in MOVES.values() for reason in move.reasons})

NOT_THE = {
    "close": "led",
    "sign_off": "author",
    "sign_off_no_plan": "author",
    "return_assessment": "author",
    "record_no_contact": "allocated",
    "close_in_error": "opener",
}
"""Separation of duties: who may not take a step whatever else they are."""

BESIDES = {
    "AMEND_CASE": "allocated lead triage manager",
    "ALLOCATE_CASE": "triage manager",
    "MOVE_DUE_DATE": "allocated lead manager",
    "ADD_CHILD": "allocated lead triage manager",
    "END_FOR_CHILD": "lead manager",
    "RECORD_CONSENT": "allocated lead triage manager",
    "WITHDRAW_CONSENT": "allocated lead member triage manager",
    "ADD_NOTE": "allocated lead member triage manager",
    "NAME_LEAD_PROFESSIONAL": "allocated lead manager",
    "ADD_TEAM_MEMBER": "allocated lead manager",
}
"""What can be done with a case beside its steps, and by whom."""
