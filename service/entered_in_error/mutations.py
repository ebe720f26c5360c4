"""The mutations of wrong entries."""

from typing import Any
from uuid import UUID

import graphene

from service.changing import Change, Number, Text
from service.changing.inputs import LONG, Input, Path, unfit
from service.entered_in_error import actions
from service.entered_in_error.nouns import WORDS
from service.entered_in_error.types import ErrorMark
from service.errors import ErrorCode
from service.reading.arguments import key_in


class EntryId(Input):
    """The id of an entry of any noun that can be marked; an action gets the noun's word and the key."""

    def __init__(self, description: str, *, name: str, required: bool = False) -> None:
        super().__init__(graphene.ID, description, required=required, name=name)

    def read(self, value: Any, path: Path) -> tuple[str, UUID]:
        word = str(value).partition("_")[0]
        key = key_in(str(value), word)
        if word not in WORDS or key is None:
            raise unfit(ErrorCode.NOT_FOUND, "There is no entry by this id that you may see and that can be marked.", path)
        return word, key


RECORD = EntryId(
    "The entry: a note, an agreement, a marker, a person, a relationship, a contact detail, a safe contact or access needs.",
    name="recordId",
    required=True,
)


class MarkEnteredInError(Change, action=actions.mark_entered_in_error, answers=ErrorMark):
    """Say that an entry is wrong. Nothing is deleted; it counts as before until somebody else confirms it."""

    record = RECORD
    reason = Text("Why it is wrong: what the error was.", most=LONG, required=True)
    instead = EntryId("The right entry of the same kind, such as the first record of a person who was added twice.", name="insteadId")


class AmendErrorMark(Change, action=actions.amend_error_mark, answers=ErrorMark, amends=True):
    """Say anew why an entry is wrong, while nobody else has looked. Only who marked it can. What is left out stays as it is."""

    record = RECORD
    expected_revision = Number("The revision of the mark that you read.", required=True)
    reason = Text("Why it is wrong.", most=LONG)
    instead = EntryId("The right entry of the same kind; null removes it.", name="insteadId")


class ConfirmEnteredInError(Change, action=actions.confirm_entered_in_error, answers=ErrorMark):
    """Confirm that an entry which somebody else marked is wrong. It is struck through, and counts for nothing from this instant on."""

    record = RECORD
    note = Text("What you looked at, or what has to be done now.", most=LONG)


class DismissErrorMark(Change, action=actions.dismiss_error_mark, answers=ErrorMark):
    """Say that a marked entry stays as it is: because it is right, or because you marked it by mistake."""

    record = RECORD
    note = Text("Why it stays.", most=LONG, required=True)


MUTATIONS: tuple[type[Change], ...] = (MarkEnteredInError, AmendErrorMark, ConfirmEnteredInError, DismissErrorMark)
