"""What a threshold decision must hold, and when a second person has to approve it. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from service.errors import ErrorCode, Problem

LISTED: Mapping[int, frozenset[str]] = {
    1: frozenset({"universal", "single_agency"}),
    2: frozenset({"single_agency", "early_help_assessment"}),
    3: frozenset({"early_help_assessment"}),
    4: frozenset({"social_care_assessment"}),
}
"""The outcomes that each level lists: any other is against the document, and so is level 4 that does not go to social care."""

EDITABLE = ("title", "in_force_from", "label_1", "label_2", "label_3", "label_4")
ALWAYS_FILLED = {"title": "title", "in_force_from": "inForceFrom", **{f"label_{n}": f"label{n}" for n in (1, 2, 3, 4)}}
WORDS = (
    "reasons",
    "goes_on",
    "does_not_go_on",
    "sections",
    "analysis",
    "not_known",
    "sources_asked",
    "family_view",
    "family_told",
    "referrer_view",
    "family_agreed_to_checks",
    "disagreement",
)
"""What can be corrected of a decision; another level or outcome is another decision."""

SOCIAL_CARE = "social_care_assessment"


def needs_approval(level: int, outcome: str) -> bool:
    """Tell whether a second person has to approve a decision. Telling social care never waits for it."""
    return outcome not in LISTED[level]


def highest(levels: Sequence[Mapping[str, Any]]) -> int:
    """Return the level by which the case goes: the highest of its children's."""
    return max(int(each["level"]) for each in levels)


def problems(said: Mapping[str, Any], levels: Sequence[Mapping[str, Any]], *, children: Collection[Any]) -> Iterator[Problem]:
    """Say what is missing in a decision, or cannot be."""
    yield from level_problems(levels, children)
    yield from sending_problems(said)


def sending_problems(said: Mapping[str, Any]) -> Iterator[Problem]:
    """Say that something goes on to social care exactly when it is to assess."""
    if said["outcome"] == SOCIAL_CARE and not said.get("goes_on"):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say what goes on to children's social care.", ("goesOn",))
    if said["outcome"] != SOCIAL_CARE and said.get("goes_on"):
        sentence = "This outcome sends nothing on. Choose that social care assesses, or leave it out."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("goesOn",))


def level_problems(levels: Sequence[Mapping[str, Any]], children: Collection[Any]) -> Iterator[Problem]:
    """Say for which children there is no level, or one that cannot be."""
    named = [each["person_id"] for each in levels]
    for index, each in enumerate(levels):
        if each["person_id"] not in children or each["person_id"] in named[:index]:
            sentence = "Name each child once whose help on this case has not ended."
            yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("levels", str(index), "personId"))
        if not 1 <= each["level"] <= 4:
            yield Problem(ErrorCode.BAD_USER_INPUT, "A level is 1, 2, 3 or 4.", ("levels", str(index), "level"))
    if not levels or set(children) - set(named):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Give the level of need of every child of the case.", ("levels",))


def document_problems(before: Mapping[str, Any], after: Mapping[str, Any], *, is_used: bool) -> Iterator[Problem]:
    """Say that the day of a document stays as it is once a decision was made against it."""
    if is_used and after["in_force_from"] != before["in_force_from"]:
        sentence = "Decisions were made against this document: its day stays as it is. Add a new document instead."
        yield Problem(ErrorCode.REFUSED, sentence, ("inForceFrom",), "document_in_use")


def first_day(day: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say that a new document cannot begin before today: decisions of the past were made against another."""
    if day < today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "A document begins today or later: it changes no decision that was made.", ("inForceFrom",))
