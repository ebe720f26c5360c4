"""The tables of case notes."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class NoteKind(StrEnum):
    """What the note is about."""

    HOME_VISIT = auto()
    MEETING = auto()
    TELEPHONE_CALL = auto()
    LETTER_OR_MESSAGE = auto()
    SCHOOL_VISIT = auto()
    DISCUSSION = auto()
    OTHER = auto()


class NoteRow(Base, table=True):
    """A note as it reads now; what it read before stands in its revisions."""

    __tablename__ = "note"
    __table_args__ = (
        one_of("kind", NoteKind),
        *filled("text", most=20_000),
        *sane_dates("happened_on"),
        *sane("recorded_at", "in_error_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_note_case_id", "case_id", "happened_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    kind: str = words()
    happened_on: dt.date
    text: str = words()
    author_id: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int
    in_error_at: dt.datetime | None = moment(default=None)


class SeenRow(Base, table=True):
    """Somebody who was seen: whether on their own, and what they said in their own words."""

    __tablename__ = "note_seen"
    __table_args__ = (*filled("own_words", most=20_000),)
    note_id: UUID = key_to("note", primary_key=True)
    person_id: UUID = key_to("person", primary_key=True)
    alone: bool
    own_words: str | None = words(default=None)


class RevisionRow(Base, table=True):
    """What a note read before it was amended, and why it was."""

    __tablename__ = "note_revision"
    __table_args__ = (
        *filled("reason"),
        *sane("amended_at"),
    )
    note_id: UUID = key_to("note", primary_key=True)
    revision: int = Field(primary_key=True)
    kind: str = words()
    happened_on: dt.date
    text: str = words()
    reason: str = words()
    amended_by: UUID = key_to("practitioner")
    amended_at: dt.datetime = moment()


NOTE, SEEN, REVISION = table_of(NoteRow), table_of(SeenRow), table_of(RevisionRow)
