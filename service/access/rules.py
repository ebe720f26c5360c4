"""Who may do what: one table of actions against the ways somebody can stand to a record. A right that is not here does not exist."""

from collections.abc import Collection
from enum import StrEnum, auto

from service.errors import NotPermitted


class Standing(StrEnum):
    """How somebody stands to a record at this instant."""

    ALLOCATED = auto()
    """The case is allocated to them."""
    LEAD = auto()
    """They are its lead professional, agreed or acting."""
    LED = auto()
    """They are its lead professional, or were at some time since the case came to its present state."""
    AUTHOR = auto()
    """They started or submitted its present assessment."""
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
    Action.ACCEPT_REQUEST: frozenset(INTAKE),
    Action.SIGNPOST_REQUEST: frozenset(INTAKE),
    Action.START_ASSESSMENT: frozenset({S.ALLOCATED, *INTAKE}),
    Action.RECORD_DECLINE: frozenset({S.ALLOCATED, *INTAKE}),
    Action.RECORD_NO_CONTACT: frozenset(INTAKE),
    Action.RECORD_WITHDRAWAL: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.SUBMIT_ASSESSMENT: frozenset({S.ALLOCATED}),
    Action.RETURN_ASSESSMENT: frozenset(MANAGERS),
    Action.SIGN_OFF_ASSESSMENT: frozenset(MANAGERS),
    Action.START_PLAN: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.START_REVIEW: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.CONTINUE_PLAN: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.REASSESS: frozenset({S.LEAD, S.TEAM_MANAGER}),
    Action.CLOSE_CASE: frozenset(MANAGERS),
    Action.PAUSE_CASE: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.RESUME_CASE: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ESCALATE: frozenset({*CASEWORKERS, S.MEMBER, S.TEAM, S.REQUESTER, *INTAKE, S.SERVICE_MANAGER}),
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
    Action.RECORD_CONSENT: frozenset({*CASEWORKERS, *INTAKE}),
    Action.WITHDRAW_CONSENT: frozenset({*CASEWORKERS, S.MEMBER, *INTAKE}),
    Action.ADD_NOTE: frozenset({*CASEWORKERS, S.MEMBER, *INTAKE}),
    Action.NAME_LEAD_PROFESSIONAL: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ADD_TEAM_MEMBER: frozenset({*CASEWORKERS, S.TEAM_MANAGER}),
    Action.ADD_PERSON: frozenset({S.PRACTITIONER}),
    Action.EDIT_PERSON: frozenset({*CASEWORKERS, S.TEAM, *INTAKE, S.OPENER}),
    Action.MANAGE_TEAMS: frozenset({S.ADMINISTRATOR}),
    Action.AMEND_COUNCIL: frozenset({S.ADMINISTRATOR}),
    # the council's settings
    Action.SET_SERVICE_LEVELS: frozenset({S.ADMINISTRATOR}),
}

SEPARATION: dict[Action, tuple[Standing, str]] = {
    Action.CLOSE_CASE: (S.LED, "You are the lead professional, or were in this review. Somebody else must agree to the closure."),
    Action.SIGN_OFF_ASSESSMENT: (S.AUTHOR, "You wrote part of this assessment. Somebody else must check it."),
    Action.RETURN_ASSESSMENT: (S.AUTHOR, "You wrote part of this assessment. Somebody else must check it."),
    Action.RECORD_NO_CONTACT: (S.ALLOCATED, "Somebody else must confirm that the family could not be reached."),
    Action.CLOSE_IN_ERROR: (S.OPENER, "You opened this case. Somebody else must close it as an error."),
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
