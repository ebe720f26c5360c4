"""Who may do what: one table of actions against the ways somebody can stand to a record. A right that is not here does not exist."""

from collections.abc import Collection
from enum import StrEnum, auto

from service.errors import NotPermitted


class Standing(StrEnum):
    """How somebody stands to a record at this instant."""

    ALLOCATED = auto()
    """The case is allocated to them."""
    ASSESSOR = auto()
    """The case is allocated to them on the common assessment, where whoever assesses decides with the co-ordinator whether to."""
    LEAD = auto()
    """They are its lead professional, agreed or acting."""
    LED = auto()
    """They are its lead professional, or were at some time since the case came to its present state."""
    AUTHOR = auto()
    """They began, submitted or wrote in the assessment that is open."""
    MEMBER = auto()
    """They are on the team around the family."""
    TEAM = auto()
    """They work in the team that has the case."""
    TRIAGE = auto()
    """They triage for the case's locality, and the case is still in an intake state."""
    TEAM_MANAGER = auto()
    """They manage the team that has the case."""
    SERVICE_MANAGER = auto()
    """They answer for the case's locality, or for the whole council."""
    REQUESTER = auto()
    """They made the request for help."""
    OPENER = auto()
    """They added the record; a person or a household only while nobody's case holds it yet."""
    ENDER = auto()
    """They ended the case."""
    DECIDER = auto()
    """They made the decision or the proposal that somebody else has to approve or answer."""
    MARKER = auto()
    """They marked the entry that is to be looked at again."""
    PRACTITIONER = auto()
    """They work with families, whatever the record: worker, triage or team manager."""
    ADMINISTRATOR = auto()
    """They look after the council's teams and settings, and see no case."""


class Action(StrEnum):
    """What can be done, under the names that permissions have in the council's matrix."""

    REQUEST_HELP = auto()
    AMEND_REQUEST = auto()
    BEGIN_TRIAGE = auto()
    ACCEPT_REQUEST = auto()
    SIGNPOST_REQUEST = auto()
    START_ASSESSMENT = auto()
    RECORD_DECLINE = auto()
    RECORD_NO_CONTACT = auto()
    RECORD_WITHDRAWAL = auto()
    SUBMIT_ASSESSMENT = auto()
    RETURN_ASSESSMENT = auto()
    SIGN_OFF_ASSESSMENT = auto()
    START_PLAN = auto()
    START_REVIEW = auto()
    CONTINUE_PLAN = auto()
    REASSESS = auto()
    CLOSE_CASE = auto()
    PAUSE_CASE = auto()
    RESUME_CASE = auto()
    ESCALATE = auto()
    RECORD_SOCIAL_CARE_DECISION = auto()
    STEP_UP_CASE = auto()
    RETURN_STEP_DOWN = auto()
    TRANSFER_CASE = auto()
    CLOSE_IN_ERROR = auto()
    END_CASE_EARLY = auto()
    ALLOCATE_CASE = auto()
    AMEND_CASE = auto()
    MOVE_DUE_DATE = auto()
    ADD_CHILD = auto()
    END_FOR_CHILD = auto()
    RECORD_CONSENT = auto()
    WITHDRAW_CONSENT = auto()
    ADD_NOTE = auto()
    NAME_LEAD_PROFESSIONAL = auto()
    ADD_TEAM_MEMBER = auto()
    ADD_PERSON = auto()
    EDIT_PERSON = auto()
    MANAGE_TEAMS = auto()
    AMEND_COUNCIL = auto()
    # Assessments
    WRITE_ASSESSMENT = auto()
    AMEND_ASSESSMENT = auto()
    SHARE_CONCLUSIONS = auto()
    # Needs, the plan and its reviews
    RECORD_NEED = auto()
    EDIT_PLAN = auto()
    UPDATE_OWN_ACTION = auto()
    RECORD_MEETING = auto()
    RECORD_REVIEW = auto()
    CONSIDER_DRIFT = auto()
    WRITE_CLOSING_SUMMARY = auto()
    TELL_FAMILY = auto()

    # Triage and social care
    MANAGE_THRESHOLD_DOCUMENTS = auto()
    RECORD_THRESHOLD = auto()
    APPROVE_THRESHOLD = auto()
    RECORD_RISK_ASSESSMENT = auto()
    TELL_REFERRER = auto()
    LOG_CONTACT_ATTEMPT = auto()
    CHASE_CONCERN = auto()
    AMEND_CONCERN = auto()
    RECORD_SAFEGUARDING_CHECK = auto()
    CHECK_INVOLVEMENT = auto()
    DECIDE_DUPLICATE = auto()
    RECORD_STEP_DOWN = auto()
    RECORD_TRANSFER_CONSENT = auto()
    OFFER_TRANSFER = auto()
    RECORD_TRANSFER_ANSWER = auto()
    ANSWER_SIBLING_CASE = auto()
    ASK_AGENCY = auto()
    PROPOSE_CLOSURE = auto()
    ANSWER_CLOSURE_PROPOSAL = auto()
    CORRECT_CLOSURE = auto()
    # Care with people
    SET_MARKER = auto()
    REVIEW_MARKER = auto()
    RECORD_ACCESS_NEEDS = auto()
    RECORD_CONTACT_DETAIL = auto()
    RECORD_SAFE_CONTACT = auto()
    END_SAFE_CONTACT = auto()
    RECORD_RELATIONSHIP = auto()
    MARK_IN_ERROR = auto()
    CONFIRM_IN_ERROR = auto()
    # the council's settings
    SET_SERVICE_LEVELS = auto()


S = Standing
CASEWORKERS = {S.ALLOCATED, S.LEAD}
INTAKE = {S.TRIAGE, S.TEAM_MANAGER}
MANAGERS = {S.TEAM_MANAGER, S.SERVICE_MANAGER}

GRANTS: dict[Action, frozenset[Standing]] = {
    Action.REQUEST_HELP: frozenset({S.PRACTITIONER}),
    Action.AMEND_REQUEST: frozenset({S.REQUESTER, S.ALLOCATED, *INTAKE}),
    Action.BEGIN_TRIAGE: frozenset(INTAKE),
    Action.ACCEPT_REQUEST: frozenset({S.ASSESSOR, *INTAKE}),
    Action.SIGNPOST_REQUEST: frozenset({S.ASSESSOR, *INTAKE}),
    Action.START_ASSESSMENT: frozenset({S.ALLOCATED, *INTAKE}),
    Action.RECORD_DECLINE: frozenset({S.ALLOCATED, *INTAKE}),
    Action.RECORD_NO_CONTACT: frozenset(INTAKE),
    Action.RECORD_WITHDRAWAL: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.SUBMIT_ASSESSMENT: frozenset({S.ALLOCATED, S.AUTHOR}),
    Action.RETURN_ASSESSMENT: frozenset(MANAGERS),
    Action.SIGN_OFF_ASSESSMENT: frozenset(MANAGERS),
    Action.START_PLAN: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.START_REVIEW: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.CONTINUE_PLAN: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.REASSESS: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.CLOSE_CASE: frozenset(MANAGERS),
    Action.PAUSE_CASE: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.RESUME_CASE: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ESCALATE: frozenset({*CASEWORKERS, S.AUTHOR, S.MEMBER, S.TEAM, S.REQUESTER, *INTAKE, S.SERVICE_MANAGER}),
    Action.RECORD_SOCIAL_CARE_DECISION: frozenset({*CASEWORKERS, *INTAKE}),
    Action.STEP_UP_CASE: frozenset({*CASEWORKERS, *INTAKE}),
    Action.RETURN_STEP_DOWN: frozenset(INTAKE),
    Action.TRANSFER_CASE: frozenset(MANAGERS),
    Action.CLOSE_IN_ERROR: frozenset(MANAGERS),
    Action.END_CASE_EARLY: frozenset(MANAGERS),
    Action.ALLOCATE_CASE: frozenset(INTAKE),
    Action.AMEND_CASE: frozenset({*CASEWORKERS, *INTAKE}),
    Action.MOVE_DUE_DATE: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ADD_CHILD: frozenset({*CASEWORKERS, *INTAKE}),
    Action.END_FOR_CHILD: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.RECORD_CONSENT: frozenset({*CASEWORKERS, S.AUTHOR, *INTAKE}),
    Action.WITHDRAW_CONSENT: frozenset({*CASEWORKERS, S.AUTHOR, S.MEMBER, *INTAKE}),
    Action.ADD_NOTE: frozenset({*CASEWORKERS, S.AUTHOR, S.MEMBER, *INTAKE}),
    Action.NAME_LEAD_PROFESSIONAL: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ADD_TEAM_MEMBER: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ADD_PERSON: frozenset({S.PRACTITIONER}),
    Action.EDIT_PERSON: frozenset({*CASEWORKERS, S.TEAM, *INTAKE, S.OPENER}),
    Action.MANAGE_TEAMS: frozenset({S.ADMINISTRATOR}),
    Action.AMEND_COUNCIL: frozenset({S.ADMINISTRATOR}),
    # Assessments
    Action.WRITE_ASSESSMENT: frozenset({*CASEWORKERS, S.AUTHOR, S.MEMBER}),
    Action.AMEND_ASSESSMENT: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.SHARE_CONCLUSIONS: frozenset({*CASEWORKERS, S.AUTHOR}),
    # Needs, the plan and its reviews
    Action.RECORD_NEED: frozenset({*CASEWORKERS, S.AUTHOR, S.MEMBER}),
    Action.EDIT_PLAN: frozenset(CASEWORKERS),
    Action.UPDATE_OWN_ACTION: frozenset({*CASEWORKERS, S.MEMBER}),
    Action.RECORD_MEETING: frozenset(CASEWORKERS),
    Action.RECORD_REVIEW: frozenset(CASEWORKERS),
    Action.CONSIDER_DRIFT: frozenset(MANAGERS),
    Action.WRITE_CLOSING_SUMMARY: frozenset(CASEWORKERS),
    Action.TELL_FAMILY: frozenset({*CASEWORKERS, *INTAKE}),
    # Triage and social care
    Action.MANAGE_THRESHOLD_DOCUMENTS: frozenset({S.ADMINISTRATOR}),
    Action.RECORD_THRESHOLD: frozenset({S.ALLOCATED, *INTAKE}),
    Action.APPROVE_THRESHOLD: frozenset(INTAKE),
    Action.RECORD_RISK_ASSESSMENT: frozenset({*CASEWORKERS, *INTAKE}),
    Action.TELL_REFERRER: frozenset({S.ALLOCATED, *INTAKE}),
    Action.LOG_CONTACT_ATTEMPT: frozenset({*CASEWORKERS, *INTAKE}),
    Action.CHASE_CONCERN: frozenset({*CASEWORKERS, *INTAKE}),
    Action.AMEND_CONCERN: frozenset({*CASEWORKERS, *INTAKE}),
    Action.RECORD_SAFEGUARDING_CHECK: frozenset({*CASEWORKERS, *INTAKE}),
    Action.CHECK_INVOLVEMENT: frozenset({*CASEWORKERS, S.MEMBER, S.TEAM, *INTAKE}),
    Action.DECIDE_DUPLICATE: frozenset({S.ALLOCATED, *INTAKE}),
    Action.RECORD_STEP_DOWN: frozenset({S.REQUESTER, S.ALLOCATED, *INTAKE}),
    Action.RECORD_TRANSFER_CONSENT: frozenset({*CASEWORKERS, *INTAKE}),
    Action.OFFER_TRANSFER: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.RECORD_TRANSFER_ANSWER: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.ANSWER_SIBLING_CASE: frozenset({S.ALLOCATED, *INTAKE}),
    Action.ASK_AGENCY: frozenset({*CASEWORKERS, *INTAKE}),
    Action.PROPOSE_CLOSURE: frozenset(CASEWORKERS),
    Action.ANSWER_CLOSURE_PROPOSAL: frozenset(MANAGERS),
    Action.CORRECT_CLOSURE: frozenset(MANAGERS),
    # Care with people: to warn is for everybody who may be told of a danger, to take a warning away for those who have the case
    Action.SET_MARKER: frozenset({*CASEWORKERS, S.MEMBER, S.TEAM, *INTAKE, S.SERVICE_MANAGER}),
    Action.REVIEW_MARKER: frozenset({*CASEWORKERS, *INTAKE, S.SERVICE_MANAGER}),
    Action.RECORD_ACCESS_NEEDS: frozenset({*CASEWORKERS, S.MEMBER, S.TEAM, *INTAKE, S.OPENER}),
    Action.RECORD_CONTACT_DETAIL: frozenset({*CASEWORKERS, S.TEAM, *INTAKE, S.OPENER}),
    Action.RECORD_SAFE_CONTACT: frozenset({*CASEWORKERS, S.MEMBER, S.TEAM, *INTAKE, S.OPENER}),
    Action.END_SAFE_CONTACT: frozenset({*CASEWORKERS, *INTAKE, S.OPENER}),
    Action.RECORD_RELATIONSHIP: frozenset({*CASEWORKERS, S.TEAM, *INTAKE, S.OPENER}),
    Action.MARK_IN_ERROR: frozenset({*CASEWORKERS, S.MEMBER, S.TEAM, *INTAKE, S.SERVICE_MANAGER, S.OPENER}),
    Action.CONFIRM_IN_ERROR: frozenset({*CASEWORKERS, *INTAKE, S.SERVICE_MANAGER}),
    # the council's settings
    Action.SET_SERVICE_LEVELS: frozenset({S.ADMINISTRATOR}),
}

WROTE_IT = (S.AUTHOR, "You wrote part of this assessment. Somebody else must check it.")
SEPARATION: dict[Action, tuple[Standing, str]] = {
    Action.CLOSE_CASE: (S.LED, "You are the lead professional, or were in this review. Somebody else must agree to the closure."),
    Action.SIGN_OFF_ASSESSMENT: WROTE_IT,
    Action.RETURN_ASSESSMENT: WROTE_IT,
    Action.RECORD_NO_CONTACT: (S.ALLOCATED, "Somebody else must confirm that the family could not be reached."),
    Action.CLOSE_IN_ERROR: (S.OPENER, "You opened this case. Somebody else must close it as an error."),
    Action.APPROVE_THRESHOLD: (S.DECIDER, "You recorded this decision. Somebody else must approve it."),
    Action.ANSWER_CLOSURE_PROPOSAL: (S.DECIDER, "You proposed the closure. Somebody else must answer it."),
    Action.CORRECT_CLOSURE: (S.ENDER, "You closed this case. Somebody else must reopen it."),
    Action.CONFIRM_IN_ERROR: (S.MARKER, "You marked this entry. Somebody else must look at it."),
}
"""Who may not do it although the table grants it, and what they are told."""


def may(standings: Collection[str], action: Action) -> None:
    """Raise NotPermitted unless one of the ways somebody stands to a record grants the action, and none forbids it."""
    barred, sentence = SEPARATION.get(action, (None, None))
    if barred in standings:
        raise NotPermitted(sentence, reason="separation")
    if GRANTS[action].isdisjoint(standings):
        raise NotPermitted


def is_allowed(standings: Collection[str], action: Action) -> bool:
    """Tell whether `may` would let it pass."""
    try:
        may(standings, action)
    except NotPermitted:
        return False
    return True
