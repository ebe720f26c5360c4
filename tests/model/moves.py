"""The moves of both workflows: from where to where, who takes them, and what has to hold first. Written down by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


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
        return self.to in ("closed", "not_agreed", "stepped_up")


INTAKE_OF = {"EARLY_HELP": ("requested", "triage", "awaiting_agreement"), "COMMON_ASSESSMENT": ("identified", "seeking_consent")}
CALLED = {
    "EARLY_HELP": {"DECIDING": "triage", "ASKING": "awaiting_agreement", "CHECKING": "awaiting_sign_off", "MEETING": "planning"},
    "COMMON_ASSESSMENT": {"DECIDING": "identified", "ASKING": "seeking_consent", "CHECKING": "checking", "MEETING": "convening"},
}
"""What each framework calls the states that the other has too, by what is done in them."""

WORKED = "assessing CHECKING MEETING plan_active reviewing paused"
WITH_DATA = {"helping_agency_agreed", "pause_limited", "surviving_case_named", "reason_supported"}

SAFE, TOLD, QUIET = "safeguarding_check", "referrer_told", "no_open_escalation"
WITHDRAWN = "agreement_ended_recorded no_agreement_left"
AGREED, LED = "agreement_in_force", "lead_professional_in_place"
SHEET = "required_answers every_voice_heard parents_views_heard"
REVIEWED = "review_recorded agreement_in_force agreement_reconfirmed lead_professional_in_place plan_has_actions review_date_set"
BEGUN = "agreement_in_force lead_professional_in_place meeting_held plan_has_actions review_date_set"

ENDS_FOR = {
    "SINGLE_AGENCY": "signpost sign_off_no_plan close",
    "UNIVERSAL_ADVICE": "signpost",
    "NO_FURTHER_ACTION": "sign_off_no_plan close",
    "NEEDS_MET": "close",
    "EHC_PLAN": "close end_early",
    "AGED_OUT": "close end_early",
    "MOVED_LA": "transfer_out",
    "MOVED_NO_TRANSFER": "end_early",
    "REQUEST_WITHDRAWN": "end_early",
    "STEP_DOWN_RETURNED": "return_step_down",
    "DECEASED": "end_early",
    "DUPLICATE": "close_in_error",
    "OPENED_IN_ERROR": "close_in_error",
    "DECLINED": "record_decline",
    "CONSENT_WITHDRAWN": "withdraw",
    "UNCONTACTABLE": "record_no_contact",
    "STEP_UP_S17": "step_up",
    "STEP_UP_S47": "step_up",
    "STEP_UP_LAC": "step_up",
}
"""The reasons for which a case ends, each with the moves that it goes with."""

# fmt: off
# trigger, mutation, from, to, who, guards; what is the same in both
BOTH = (
    ("start_assessment", "startAssessment", "ASKING", "assessing", "allocated triage manager",
     f"{AGREED} worker_allocated no_other_open_assessment siblings_considered"),
    ("record_decline", "recordDecline", "ASKING", "not_agreed", "allocated triage manager", f"{WITHDRAWN} {SAFE} {TOLD} {QUIET}"),
    ("record_no_contact", "recordNoContact", "ASKING assessing MEETING plan_active reviewing paused", "not_agreed", "triage manager",
     f"attempts_logged {SAFE} {TOLD} {QUIET}"),
    ("withdraw", "recordWithdrawal", WORKED, "not_agreed", "allocated lead manager", f"{WITHDRAWN} {SAFE} {QUIET}"),
    ("return_assessment", "moveCase", "CHECKING", "assessing", "manager service_manager", ""),
    ("start_review", "startReview", "plan_active", "reviewing", "allocated lead manager", ""),
    ("reassess", "moveCase", "plan_active reviewing", "assessing", "lead manager", f"{AGREED} worker_allocated"),
    ("close", "closeCase", "reviewing", "closed", "manager service_manager",
     f"review_recorded closing_summary no_open_actions family_told helping_agency_agreed reason_supported {QUIET}"),
    ("pause", "pauseCase", "assessing MEETING plan_active", "paused", "allocated lead manager",
     f"pauses_left pause_limited {SAFE} {QUIET}"),
    ("resume", "resumeCase", "paused", "where it was paused", "allocated lead manager", AGREED),
    ("escalate", "escalate", "OPEN", None, "allocated author lead member team requester triage manager service_manager", ""),
    ("record_not_taken", "recordNotTaken", "OPEN", None, "allocated lead triage manager", "escalation_waiting"),
    ("record_taken", "recordTaken", "OPEN", None, "allocated lead triage manager", ""),
    ("step_up", "stepUpCase", "OPEN", "stepped_up", "allocated lead triage manager", "social_care_took_it all_children_taken"),
    ("return_step_down", "returnStepDown", "DECIDING ASKING assessing CHECKING MEETING", "closed", "triage manager",
     "stepped_down_here social_care_still_open family_told"),
    ("transfer_out", "transferCase", "OPEN", "closed", "manager service_manager", f"transfer_consent receiving_council_answered {QUIET}"),
    ("close_in_error", "closeInError", "OPEN", "closed", "manager service_manager", f"not_yet_assessed surviving_case_named {QUIET}"),
    ("end_early", "endCaseEarly", "OPEN", "closed", "manager service_manager", f"reason_supported {SAFE} {TOLD} {QUIET}"),
)
EARLY_HELP = (
    ("begin_triage", "moveCase", "requested", "triage", "triage manager", "involvement_checked children_known"),
    ("accept", "acceptRequest", "triage", "awaiting_agreement", "triage manager",
     "no_unresolved_duplicate threshold_early_help threshold_approved"),
    ("signpost", "signpostRequest", "triage", "closed", "triage manager",
     f"threshold_lower threshold_approved helping_agency_agreed {TOLD} {QUIET}"),
    ("submit", "moveCase", "assessing", "CHECKING", "author allocated", f"{SHEET} {AGREED}"),
    ("sign_off", "moveCase", "CHECKING", "MEETING", "manager service_manager", f"level_decided {AGREED}"),
    ("sign_off_no_plan", "signOffNoPlan", "CHECKING", "closed", "manager service_manager",
     f"level_decided conclusions_shared helping_agency_agreed {QUIET}"),
    ("start_plan", "moveCase", "MEETING", "plan_active", "allocated lead manager", f"{BEGUN} conclusions_shared needs_answered"),
    ("continue_plan", "moveCase", "reviewing", "plan_active", "lead manager", f"{REVIEWED} drift_considered"),
)
COMMON_ASSESSMENT = (
    ("accept", "acceptRequest", "identified", "seeking_consent", "allocated triage manager",
     "involvement_checked children_known no_unresolved_duplicate threshold_early_help threshold_approved"),
    ("signpost", "signpostRequest", "identified", "closed", "allocated triage manager",
     f"threshold_lower threshold_approved helping_agency_agreed {TOLD} {QUIET}"),
    ("submit", "moveCase", "assessing", "CHECKING", "author allocated", f"{SHEET} elements_considered {AGREED}"),
    ("sign_off", "moveCase", "CHECKING", "MEETING", "manager service_manager", f"conclusions_shared {AGREED}"),
    ("sign_off_no_plan", "signOffNoPlan", "CHECKING", "closed", "manager service_manager",
     f"conclusions_shared helping_agency_agreed {QUIET}"),
    ("start_plan", "moveCase", "MEETING", "plan_active", "allocated lead manager", BEGUN),
    ("continue_plan", "moveCase", "reviewing", "plan_active", "lead manager", REVIEWED),
)
# fmt: on
OF = {"EARLY_HELP": (*EARLY_HELP, *BOTH), "COMMON_ASSESSMENT": (*COMMON_ASSESSMENT, *BOTH)}


def moves_of(framework: str) -> Mapping[str, Move]:
    """Return the moves of a framework by their triggers."""
    names = CALLED[framework]
    every = " ".join(dict.fromkeys([*INTAKE_OF[framework], *(names.get(state, state) for state in WORKED.split())]))

    def named(states: str) -> Iterator[str]:
        return (state for word in states.split() for state in (every.split() if word == "OPEN" else [names.get(word, word)]))

    return {
        trigger: Move(
            trigger,
            mutation,
            tuple(named(sources)),
            names.get(to, to) if to else None,
            frozenset(who.split()),
            tuple(guard for guard in guards.split() if guard not in WITH_DATA),
            tuple(guard for guard in guards.split() if guard in WITH_DATA),
            tuple(reason for reason, with_it in ENDS_FOR.items() if trigger in with_it.split()),
        )
        for trigger, mutation, sources, to, who, guards in OF[framework]
    }
