"""Both workflows, and the council's matrix of permissions, written down by hand from what councils agreed."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.model.moves import ENDS_FOR, INTAKE_OF, Move, moves_of

FRAMEWORKS = ("EARLY_HELP", "COMMON_ASSESSMENT")
MOVES: Mapping[str, Mapping[str, Move]] = {framework: moves_of(framework) for framework in FRAMEWORKS}
"""The moves of each framework by their triggers."""

INITIAL = {"EARLY_HELP": "requested", "COMMON_ASSESSMENT": "identified"}
INTAKE: Mapping[str, tuple[str, ...]] = INTAKE_OF
PATH = {
    "EARLY_HELP": (*INTAKE["EARLY_HELP"], "assessing", "awaiting_sign_off", "planning", "plan_active", "reviewing"),
    "COMMON_ASSESSMENT": (*INTAKE["COMMON_ASSESSMENT"], "assessing", "checking", "convening", "plan_active", "reviewing"),
}
"""The ordinary way of a case, as far as its reviews."""

FINAL = ("closed", "not_agreed", "stepped_up")
REASONS = sorted(ENDS_FOR)

WORKING_DAYS = {
    "requested": 2,
    "identified": 2,
    "triage": 3,
    "awaiting_agreement": 5,
    "seeking_consent": 5,
    "assessing": 10,
    "awaiting_sign_off": 3,
    "checking": 3,
    "planning": 10,
    "convening": 10,
    "reviewing": 5,
}
"""How many working days a stay may take; the other states last until a date, or for ever."""

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
    "RECORD_CONSENT": "allocated author lead triage manager",
    "WITHDRAW_CONSENT": "allocated author lead member triage manager",
    "ADD_NOTE": "allocated author lead member triage manager",
    "NAME_LEAD_PROFESSIONAL": "allocated lead manager",
    "ADD_TEAM_MEMBER": "allocated lead manager",
    "SET_MARKER": "allocated lead member team triage manager service_manager",
    "REVIEW_MARKER": "allocated lead triage manager service_manager",
    "MARK_IN_ERROR": "allocated lead member team triage manager service_manager opener",
    "CONFIRM_IN_ERROR": "allocated lead triage manager service_manager",
    "RECORD_NEED": "allocated author lead member",
    "EDIT_PLAN": "allocated lead",
    "UPDATE_OWN_ACTION": "allocated lead member",
    "RECORD_MEETING": "allocated lead",
    "RECORD_REVIEW": "allocated lead",
    "CONSIDER_DRIFT": "manager service_manager",
    "WRITE_CLOSING_SUMMARY": "allocated lead",
    "TELL_FAMILY": "allocated lead triage manager",
    "RECORD_THRESHOLD": "allocated triage manager",
    "APPROVE_THRESHOLD": "triage manager",
    "RECORD_RISK_ASSESSMENT": "allocated lead triage manager",
    "TELL_REFERRER": "allocated triage manager",
    "LOG_CONTACT_ATTEMPT": "allocated lead triage manager",
    "CHASE_CONCERN": "allocated lead triage manager",
    "AMEND_CONCERN": "allocated lead triage manager",
    "RECORD_SAFEGUARDING_CHECK": "allocated lead triage manager",
    "CHECK_INVOLVEMENT": "allocated lead member team triage manager",
    "DECIDE_DUPLICATE": "allocated triage manager",
    "RECORD_STEP_DOWN": "allocated requester triage manager",
    "RECORD_TRANSFER_CONSENT": "allocated lead triage manager",
    "OFFER_TRANSFER": "lead manager",
    "RECORD_TRANSFER_ANSWER": "lead manager",
    "ANSWER_SIBLING_CASE": "allocated triage manager",
    "ASK_AGENCY": "allocated lead triage manager",
    "PROPOSE_CLOSURE": "allocated lead",
    "ANSWER_CLOSURE_PROPOSAL": "manager service_manager",
    "CORRECT_CLOSURE": "manager service_manager",
}
"""What can be done with a case beside its steps, and by whom, as a case says it of itself."""

WITHIN = {"WRITE_ASSESSMENT": "allocated author lead member", "SHARE_CONCLUSIONS": "allocated author lead"}
"""The same for what is done with its assessment."""

MAY: Mapping[str, str] = {**BESIDES, **WITHIN}

LEVELS = {
    1: ("UNIVERSAL", "SINGLE_AGENCY"),
    2: ("SINGLE_AGENCY", "EARLY_HELP_ASSESSMENT"),
    3: ("EARLY_HELP_ASSESSMENT",),
    4: ("SOCIAL_CARE_ASSESSMENT",),
}
"""The outcomes that each level of need lists; any other is put to a second person."""


@dataclass(frozen=True)
class Part:
    """A section of a form of which answers are required: whom it is asked of, and what else it says."""

    key: str
    per: str = "family"
    elements: bool = False
    voice: bool = False
    views: bool = False


FORMS: Mapping[str, tuple[Part, ...]] = {
    "EARLY_HELP": (
        Part("about"),
        Part("voice", "child", voice=True),
        Part("parents", "adult", views=True),
        Part("strengths"),
        *(Part(key, "child") for key in ("health", "feelings", "education", "send")),
        Part("parenting"),
        Part("household"),
        Part("safety", "child"),
        Part("analysis"),
    ),
    "COMMON_ASSESSMENT": (
        Part("assessment"),
        Part("development", "child", elements=True),
        Part("parents", elements=True),
        Part("environment", elements=True),
        Part("conclusions"),
        Part("comments", "child", voice=True),
        Part("parent_comments", "adult", views=True),
    ),
}
"""The sections of each form; the family's own scale asks for nothing."""
