"""The fields of every form: one entry a field, by the name of the mutation's input, and how what was typed is read."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from starlette.datastructures import FormData


class Kind(StrEnum):
    """How a field is shown and read; those of the second group choose among what the page's document answers."""

    TEXT = auto()
    LONG = auto()
    DATE = auto()
    YES_NO = auto()
    CHOICE = auto()

    REASON = auto()
    AGENCY = auto()
    TEAM = auto()
    WORKER = auto()
    PERSON = auto()
    CHILD = auto()
    CHILDREN = auto()
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
}


def field_of(document: str, name: str) -> Field:
    """Return a form's field: its own entry where it has one, else the one that all share. Raise KeyError where there is none."""
    return FIELDS.get(f"{document}.{name}") or FIELDS[name]


def read(name: str, field: Field, form: FormData) -> Any:
    """Read what was typed into a field; None where nothing was. Raise Unread."""
    match field.kind:
        case Kind.DATE:
            return date_typed([text(form, f"{name}-{part}") for part in ("day", "month", "year")])
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


def date_typed(parts: list[str]) -> str | None:
    """Read a day, a month and a year. Raise Unread for a date that is not whole or does not exist."""
    if not any(parts):
        return None
    if missing := [name for name, part in zip(("day", "month", "year"), parts, strict=True) if not part]:
        raise Unread(f"The date must include a {' and a '.join(missing)}.")
    try:
        day, month, year = map(int, parts)
        return dt.date(year, month, day).isoformat()
    except (ValueError, OverflowError):
        raise Unread("Enter a real date, such as 3 9 2026.") from None
