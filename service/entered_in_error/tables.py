"""The table of marks: which entry is said to be wrong, by whom, and what somebody else made of it."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class Outcome(StrEnum):
    """What the second look found."""

    CONFIRMED = auto()
    DISMISSED = auto()


class MarkRow(Base, table=True):
    """That an entry is said to be wrong. `noun` and `record_id` name it; it is part of a case or of a person, whose stream has the event.

    The entry counts until somebody else confirms the mark; then its own `in_error_at` says so wherever it is counted.
    """

    __tablename__ = "error_mark"
    __table_args__ = (
        *filled("noun"),
        *filled("reason", "note", most=20_000),
        *sane("marked_at", "decided_at"),
        one_of("outcome", Outcome),
        CheckConstraint("(case_id IS NULL) <> (person_id IS NULL)", name="of_a_case_or_a_person"),
        CheckConstraint("instead_id <> record_id", name="another_instead"),
        CheckConstraint("(outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)", name="decided"),
        CheckConstraint("outcome IS DISTINCT FROM 'dismissed' OR note IS NOT NULL", name="why_dismissed"),
        CheckConstraint("outcome IS DISTINCT FROM 'confirmed' OR decided_by <> marked_by", name="confirmed_by_somebody_else"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index(
            "uq_error_mark_standing",
            "noun",
            "record_id",
            unique=True,
            postgresql_where=text("outcome IS DISTINCT FROM 'dismissed'"),
        ),
        Index("ix_error_mark_waiting", "marked_at", "id", postgresql_where=text("outcome IS NULL")),
        Index("ix_error_mark_case_id", "case_id", "marked_at", "id"),
        Index("ix_error_mark_person_id", "person_id", "marked_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    noun: str = words()
    record_id: UUID
    case_id: UUID | None = key_to("cases", default=None)
    person_id: UUID | None = key_to("person", default=None)
    reason: str = words()
    instead_id: UUID | None = Field(default=None)
    marked_by: UUID = key_to("practitioner")
    marked_at: dt.datetime = moment()
    outcome: str | None = words(default=None)
    decided_by: UUID | None = key_to("practitioner", default=None)
    decided_at: dt.datetime | None = moment(default=None)
    note: str | None = words(default=None)
    revision: int


MARK = table_of(MarkRow)
says("uq_error_mark_standing", ErrorCode.ALREADY_DONE, "This entry is marked already.", "recordId")
