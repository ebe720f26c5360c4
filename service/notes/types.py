"""The contract of case notes."""

from graphene import Boolean, Int, String

from service.nodes import Node
from service.notes.rows import of_visible_note  # noqa: F401  (registers the predicates)
from service.notes.tables import NOTE, REVISION, SEEN, NoteKind
from service.people.types import Person
from service.practitioners.types import Practitioner
from service.reading import PARENT, Entity, GlobalId, Many, One
from service.scalars import Date, DateTime
from service.words import enumeration

Kind = enumeration(
    NoteKind,
    HOME_VISIT="A visit to the family at home.",
    MEETING="A meeting of practitioners, with or without the family.",
    TELEPHONE_CALL="A telephone or video call.",
    LETTER_OR_MESSAGE="A letter, an e-mail or another message.",
    SCHOOL_VISIT="A visit to a school or nursery.",
    DISCUSSION="A discussion between practitioners, such as supervision.",
    OTHER="Anything else.",
)


class Note(Entity, table=NOTE, part_of="case", interfaces=[Node]):
    """A dated note on a case, as it reads now."""

    id = GlobalId("note")
    kind = Kind(required=True, description="What kind of contact or event it is about.")
    happened_on = Date(required=True, description="The day on which it happened.")
    text = String(required=True, description="What happened, in the author's words.")
    author = One(Practitioner, description="Who wrote it.")
    recorded_at = DateTime(required=True, description="When it was written down.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    seen = Many(lambda: Seen, order=["person_id", "note_id"], description="Who was seen.")
    revisions = Many(
        lambda: NoteRevision, order=["-revision", "note_id"], description="What it read before, newest first, and why it was changed."
    )
    case = One("service.cases.types.Case", description="The case that it is about.")


class Seen(Entity, table=SEEN, part_of=PARENT):
    """Somebody who was seen."""

    person = One(Person, description="Who was seen.")
    alone = Boolean(required=True, description="Whether they were seen on their own.")
    own_words = String(description="What they said, in their own words.")


class NoteRevision(Entity, table=REVISION, part_of=PARENT):
    """What a note read before it was amended."""

    revision = Int(required=True, description="Which version of the text it was, from 1.")
    kind = Kind(required=True, description="The kind that it had.")
    happened_on = Date(required=True, description="The day that it named.")
    text = String(required=True, description="What it read.")
    reason = String(required=True, description="Why it was amended.")
    amended_by = One(Practitioner, description="Who amended it.")
    amended_at = DateTime(required=True, description="When it was amended.")
