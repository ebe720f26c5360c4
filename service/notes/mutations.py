"""The mutations of case notes."""

from service.changing import Calendar, Change, Flag, Group, ListOf, Number, OneOf, RecordId, Text
from service.changing.inputs import LONG
from service.notes import actions
from service.notes.types import Kind, Note


class SeenInput(Group):
    """Somebody who was seen."""

    person_id = RecordId("person", "Somebody of the case or its household.", required=True)
    alone = Flag("Whether they were seen on their own.", required=True)
    own_words = Text("What they said, in their own words.", most=LONG)


class AddNote(Change, action=actions.add_note, answers=Note):
    """Write a dated note on a case. The family can ask to see it."""

    case_id = RecordId("case", "The case that it belongs to, by its id.", required=True)
    kind = OneOf(Kind, "What kind of contact or event it is about.", required=True)
    happened_on = Calendar("The day on which it happened; not later than today.", required=True)
    text = Text("What happened.", most=LONG, required=True)
    seen = ListOf(SeenInput, "Who was seen, each once.", most=30)


class AmendNote(Change, action=actions.amend_note, answers=Note, amends=True):
    """Amend a note that you wrote. What it read before is kept. What is left out stays as it is."""

    note_id = RecordId("note", "The note to change, by its id.", required=True)
    expected_revision = Number("The revision that you read.", required=True)
    reason = Text("Why it is amended.", required=True)
    kind = OneOf(Kind, "What kind of contact or event it is about.")
    happened_on = Calendar("The day on which it happened; not later than today.")
    text = Text("What happened.", most=LONG)


MUTATIONS: tuple[type[Change], ...] = (AddNote, AmendNote)
