"""The fields of every form: one entry a field, by the name of the mutation's input, and how what was typed is read."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from starlette.datastructures import FormData

from service.web.spelling import LONDON, today


class Kind(StrEnum):
    """How a field is shown and read; those of the second group choose among what the page's document answers."""

    TEXT = auto()
    LONG = auto()
    DATE = auto()
    MOMENT = auto()
    YES_NO = auto()
    CHOICE = auto()

    REASON = auto()
    AGENCY = auto()
    TEAM = auto()
    WORKER = auto()
    COLLEAGUE = auto()
    AGREEMENT = auto()
    PERSON = auto()
    CHILDREN = auto()
    SEEN = auto()
    CASE = auto()


class Unread(Exception):
    """What was typed cannot be read; the text says what to do."""


@dataclass(frozen=True)
class Field:
    """A field: what it asks, how it is shown, what is said when it is left empty, and which guards it answers."""

    label: str
    kind: Kind
    missing: str = ""
    hint: str = ""
    choices: Mapping[str, str] | None = None
    guards: tuple[str, ...] = ()


NOTE = Field("Note", Kind.LONG, "Write a note.", "The family can ask to see it.")
FIELDS: Mapping[str, Field] = {
    "note": NOTE,
    "ReturnStepDown.note": Field("Why it goes back, and how social care was told", Kind.LONG, "Say why, and that social care was told."),
    "CloseInError.note": Field("What the error was", Kind.LONG, "Say what the error was."),
    "EndCaseEarly.note": Field(
        "What happened", Kind.LONG, "Say what happened.", "And what the reason needs, such as a date or who supports the family now."
    ),
    "comment": Field("Comment for the author of the assessment", Kind.LONG, "Write a comment.", "The family can ask to see it."),
    "why": Field("Why", Kind.LONG, "Say why.", "The family can ask to see it."),
    "PauseCase.why": Field("Why the family asked for it", Kind.LONG, "Say why the family asked.", "The family can ask to see it."),
    "reason": Field("Reason", Kind.REASON, "Choose the reason.", guards=("reason_supported",)),
    "agencyId": Field("The one agency that will help", Kind.AGENCY, "Choose an agency.", guards=("helping_agency_agreed",)),
    "agencyAgreed": Field("Has that agency said yes?", Kind.YES_NO, "Say whether the agency has said yes."),
    "advice": Field("The advice that was given", Kind.LONG, "Write down the advice that was given."),
    "RecordNotTaken.advice": Field("Social care's advice", Kind.LONG),
    "teamId": Field(
        "The team that will work with the family", Kind.TEAM, "Choose a team.", "Left empty, the case stays with its own team."
    ),
    "workerId": Field("Who takes the case", Kind.WORKER, "Choose a worker."),
    "startedOn": Field("The day on which the assessment started", Kind.DATE, "Enter a date.", "Left empty, it is today."),
    "meetingOn": Field("The day of the review meeting", Kind.DATE, "Enter a date.", "Leave it empty if the meeting has not been held."),
    "nextReviewOn": Field("Another day for the next review", Kind.DATE, "Enter a date.", "Left empty, the day stays as it is."),
    "askedById": Field("Who asked for the pause", Kind.PERSON, "Choose who asked."),
    "pauseUntil": Field("The last day of the pause", Kind.DATE, "Enter the last day of the pause.", guards=("pause_limited",)),
    "urgency": Field(
        "How soon social care has to look at it",
        Kind.CHOICE,
        "Choose how soon.",
        choices={
            "NOW": "Now: a child is in immediate danger. Ring first, then write",
            "TODAY": "Within the working day",
            "SOON": "Within the time that the council allows for a referral",
        },
    ),
    "concern": Field("What you are worried about, and why now", Kind.LONG, "Write down what you are worried about."),
    "childIds": Field("Which children it is about", Kind.CHILDREN, "Choose at least one child."),
    "toldFamilyOrWhyNot": Field("What the family was told, or why they were not", Kind.LONG, "Say what the family was told, or why not."),
    "decidedBy": Field("Who decided", Kind.TEXT, "Say who decided.", "Name and role."),
    "decidedOn": Field("The day of the decision", Kind.DATE, "Enter the day of the decision."),
    "disagreement": Field("What you disagree with, if you do", Kind.LONG),
    "noAnswer": Field("Has no answer come, though you chased it twice?", Kind.YES_NO, hint="A manager of the team records that."),
    "route": Field(
        "As what social care takes the child",
        Kind.CHOICE,
        "Choose as what they take the child.",
        choices={
            "CHILD_IN_NEED": "Child in need (section 17)",
            "CHILD_PROTECTION": "Child protection (section 47)",
            "LOOKED_AFTER": "Looked-after child",
        },
    ),
    "socialCareReference": Field("Social care's own number", Kind.TEXT),
    "council": Field("The other council's code", Kind.TEXT, "Enter the other council's code.", "Three digits, such as 878."),
    "movedOn": Field("The day on which the family moved", Kind.DATE, "Enter the day on which the family moved."),
    "survivingCaseId": Field(
        "The case that goes on, if this one is a duplicate",
        Kind.CASE,
        hint="Its reference, such as EH-2026-0412.",
        guards=("surviving_case_named",),
    ),
    "kind": Field(
        "What kind of contact it was",
        Kind.CHOICE,
        "Choose what kind of contact it was.",
        choices={
            "HOME_VISIT": "Home visit",
            "SCHOOL_VISIT": "School visit",
            "MEETING": "Meeting",
            "TELEPHONE_CALL": "Telephone call",
            "LETTER_OR_MESSAGE": "Letter or message",
            "DISCUSSION": "Discussion with a colleague or another professional",
            "OTHER": "Something else",
        },
    ),
    "happenedOn": Field("The day on which it happened", Kind.DATE, "Enter the day on which it happened."),
    "text": Field("What happened", Kind.LONG, "Write down what happened.", "The family can ask to see it."),
    "seen": Field("Who was seen", Kind.SEEN),
    "personId": Field("Whom the answer is about", Kind.PERSON, "Choose whom the answer is about."),
    "givenById": Field("Who answered", Kind.PERSON, "Choose who answered."),
    "capacity": Field(
        "In what capacity they answered",
        Kind.CHOICE,
        "Choose in what capacity they answered.",
        choices={
            "PARENTAL_RESPONSIBILITY": "With parental responsibility for the child",
            "YOUNG_PERSON": "For themselves, as a young person of 16 or over",
            "GILLICK": "For themselves, as a child under 16 who understands the choice",
            "ADULT_SELF": "For themselves, as an adult",
            "MOTHER_OF_UNBORN": "As the mother of the unborn child",
        },
    ),
    "answer": Field(
        "Their answer", Kind.CHOICE, "Choose what they answered.", choices={"AGREED": "They agreed", "REFUSED": "They said no"}
    ),
    "evidence": Field(
        "How the answer is known",
        Kind.CHOICE,
        "Choose how the answer is known.",
        choices={
            "SIGNED": "They signed",
            "SPOKEN_AND_NOTED": "They said it, and it was noted",
            "ELECTRONIC": "They answered electronically",
        },
    ),
    "understanding": Field(
        "How a child under 16 understood the choice",
        Kind.LONG,
        hint="Needed of a child who answers for themselves.",
    ),
    "answeredAt": Field("The day of the answer", Kind.MOMENT, hint="Left empty, it is now."),
    "agreementId": Field("Which agreement was withdrawn", Kind.AGREEMENT, "Choose which agreement was withdrawn."),
    "withdrawnById": Field("Who withdrew it", Kind.PERSON, hint="Left open, it is who gave it."),
    "how": Field("How the withdrawal is known", Kind.TEXT, "Say how the withdrawal is known.", "What they said or wrote, and to whom."),
    "lastDay": Field("The last day on which it holds", Kind.DATE, hint="Only if they named one."),
    "practitionerId": Field("Who is the lead professional", Kind.COLLEAGUE, "Choose who is the lead professional."),
    "NameLeadProfessional.kind": Field(
        "How they became it",
        Kind.CHOICE,
        "Choose how they became it.",
        choices={"AGREED": "A meeting with the family agreed them", "ACTING": "They are acting until a meeting agrees somebody"},
    ),
    "handover": Field("What the one before tells them", Kind.LONG),
}


def field_of(document: str, name: str) -> Field:
    """Return a form's field: its own entry where it has one, else the one that all share. Raise KeyError where there is none."""
    return FIELDS.get(f"{document}.{name}") or FIELDS[name]


def read(name: str, field: Field, form: FormData) -> Any:
    """Read what was typed into a field; None where nothing was. Raise Unread."""
    match field.kind:
        case Kind.DATE:
            return date_typed(name, form)
        case Kind.MOMENT:
            return noon(date_typed(name, form))
        case Kind.SEEN:
            return seen(name, form) or None
        case Kind.CHILDREN:
            return [value for value in form.getlist(name) if isinstance(value, str)] or None
        case Kind.YES_NO:
            return {"yes": True, "no": False}.get(text(form, name))
        case Kind.CHOICE:
            return text(form, name) if text(form, name) in (field.choices or {}) else None
    return text(form, name) or None


def text(form: FormData, name: str) -> str:
    """Return a text as it was typed, without the spaces around it."""
    value = form.get(name, "")
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""


def date_typed(name: str, form: FormData) -> str | None:
    """Read a day, a month and a year. Raise Unread for a date that is not whole or does not exist."""
    parts = {part: text(form, f"{name}-{part}") for part in ("day", "month", "year")}
    if not any(parts.values()):
        return None
    if missing := [part for part, said in parts.items() if not said]:
        raise Unread(f"The date must include a {' and a '.join(missing)}.")
    try:
        return dt.date(int(parts["year"]), int(parts["month"]), int(parts["day"])).isoformat()
    except (ValueError, OverflowError):
        raise Unread("Enter a real date, such as 3 9 2026.") from None


def noon(date: str | None) -> str | None:
    """Make an instant of a day, since nobody is asked for the hour; of today none, which is now."""
    if date is None or dt.date.fromisoformat(date) == today():
        return None
    return dt.datetime.combine(dt.date.fromisoformat(date), dt.time(12), LONDON).isoformat()


def seen(name: str, form: FormData) -> list[dict[str, Any]]:
    """Read who was seen, whether on their own, and what they said."""
    return [
        {"personId": person, "alone": text(form, f"alone-{person}") == "yes", "ownWords": text(form, f"words-{person}") or None}
        for person in form.getlist(name)
        if isinstance(person, str)
    ]
