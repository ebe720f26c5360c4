"""The steps that a case page offers: which mutation runs each, and under which heading it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GENERIC = "MoveCase"
OTHER, SOCIAL_CARE, ENDING = "Other steps", "Social care", "End the case another way"


@dataclass(frozen=True, slots=True)
class Step:
    """How a step is taken: the document of its mutation, and where the page puts it."""

    document: str = GENERIC
    group: str = OTHER


STEPS: Mapping[str, Step] = {
    "accept": Step("AcceptRequest"),
    "start_assessment": Step("StartAssessment"),
    "start_review": Step("StartReview"),
    "pause": Step("PauseCase"),
    "resume": Step("ResumeCase"),
    "escalate": Step("Escalate", SOCIAL_CARE),
    "record_not_taken": Step("RecordNotTaken", SOCIAL_CARE),
    "record_taken": Step("RecordTaken", SOCIAL_CARE),
    "step_up": Step("StepUpCase", SOCIAL_CARE),
    "return_step_down": Step("ReturnStepDown", SOCIAL_CARE),
    "signpost": Step("SignpostRequest", ENDING),
    "sign_off_no_plan": Step("SignOffNoPlan"),
    "close": Step("CloseCase", ENDING),
    "record_decline": Step("RecordDecline", ENDING),
    "record_no_contact": Step("RecordNoContact", ENDING),
    "withdraw": Step("RecordWithdrawal", ENDING),
    "transfer_out": Step("TransferCase", ENDING),
    "close_in_error": Step("CloseInError", ENDING),
    "end_early": Step("EndCaseEarly", ENDING),
}
"""The steps that carry data; every other is the generic one, with a note at most."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A change that is no step of the workflow: its document, what the service calls the right to it, and its title."""

    document: str
    right: str
    title: str


BESIDES: Mapping[str, Beside] = {
    "allocate": Beside("AllocateCase", "ALLOCATE_CASE", "Allocate the case to a worker"),
    "record_agreement": Beside("RecordAgreement", "RECORD_CONSENT", "Record what the family answered"),
    "withdraw_agreement": Beside("WithdrawAgreement", "WITHDRAW_CONSENT", "Record that an agreement was withdrawn"),
    "name_lead": Beside("NameLeadProfessional", "NAME_LEAD_PROFESSIONAL", "Name a lead professional"),
    "add_note": Beside("AddNote", "ADD_NOTE", "Add a note"),
}
REMEDIES = {
    "agreement_in_force": "record_agreement",
    "agreement_ended_recorded": "record_agreement",
    "no_agreement_left": "withdraw_agreement",
    "worker_allocated": "allocate",
    "lead_professional_in_place": "name_lead",
}
"""What would unblock a step, by the guard that blocks it."""

FORM_DOCUMENTS = sorted({GENERIC, *(step.document for step in STEPS.values()), *(each.document for each in BESIDES.values())})
"""The documents that a form of a page can run; the folder holds others, for others."""


@dataclass(frozen=True)
class Choice:
    """What somebody can do with a case now: the one next step, and the others by heading."""

    next: Mapping[str, Any] | None
    others: Mapping[str, list[Mapping[str, Any]]]
    somebody_else: str | None = None


def besides(case: Mapping[str, Any]) -> dict[str, Beside]:
    """Return the changes beside the steps that somebody's role permits."""
    return {trigger: each for trigger, each in BESIDES.items() if each.right in case["permitted"]}


def document_of(trigger: str) -> str:
    """Name the document that takes a step."""
    return BESIDES[trigger].document if trigger in BESIDES else STEPS.get(trigger, Step()).document


def choice(case: Mapping[str, Any]) -> Choice:
    """Sort the steps that somebody's role permits; those that it does not are left out."""
    first = on_the_way(case)
    permitted = [move for move in case["availableMoves"] if move["permitted"]]
    others = [move for move in permitted if first is None or move["trigger"] != first["trigger"]]
    headings = {heading: [move for move in others if group_of(move) == heading] for heading in (OTHER, SOCIAL_CARE, ENDING)}
    shown = {heading: moves for heading, moves in headings.items() if moves}
    if first is None or first["permitted"]:
        return Choice(first, shown)
    return Choice(None, shown, first["title"])


def on_the_way(case: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the step to the next state of the ordinary way; of a paused case, the one back to where it was."""
    titles = [step["title"] for step in case["way"] if step["status"] == "ahead"][:1]
    titles += [step["title"] for step in case["way"] if step["status"] == "now"]
    found = [move for title in titles for move in case["availableMoves"] if move["leadsTo"] == title]
    return found[0] if found else None


def group_of(move: Mapping[str, Any]) -> str:
    """Name the heading under which a step stands."""
    return STEPS.get(move["trigger"], Step()).group
