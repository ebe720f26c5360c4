"""The table of warning markers."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class MarkerKind(StrEnum):
    """What whoever visits has to do, or to know."""

    VISIT_IN_PAIRS = auto()
    MEET_ELSEWHERE = auto()
    CHECK_IN = auto()
    ANIMAL = auto()
    PREMISES = auto()
    OTHER = auto()


class MarkerRow(Base, table=True):
    """A warning for visits on one case. It has a day of review from its first to its last, and ends with a reason."""

    __tablename__ = "marker"
    __table_args__ = (
        one_of("kind", MarkerKind),
        *filled("source"),
        *filled("reason", "why_not_told", "finding", "end_reason", most=20_000),
        *sane_dates("known_on", "review_on"),
        *sane("set_at", "reviewed_at", "ended_at", "in_error_at"),
        CheckConstraint("family_told = (why_not_told IS NULL)", name="told_or_why_not"),
        CheckConstraint("(reviewed_at IS NULL) = (finding IS NULL) AND (reviewed_at IS NULL) = (reviewed_by IS NULL)", name="how_reviewed"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)", name="how_it_ended"),
        CheckConstraint("ended_at >= set_at", name="ends_after_it_begins"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_marker_case_id", "case_id", "set_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    person_id: UUID | None = key_to("person", default=None)
    kind: str = words()
    reason: str = words()
    source: str = words()
    known_on: dt.date
    family_told: bool
    why_not_told: str | None = words(default=None)
    review_on: dt.date
    set_by: UUID = key_to("practitioner")
    set_at: dt.datetime = moment()
    reviewed_by: UUID | None = key_to("practitioner", default=None)
    reviewed_at: dt.datetime | None = moment(default=None)
    finding: str | None = words(default=None)
    ended_by: UUID | None = key_to("practitioner", default=None)
    ended_at: dt.datetime | None = moment(default=None)
    end_reason: str | None = words(default=None)
    revision: int
    in_error_at: dt.datetime | None = moment(default=None)


MARKER = table_of(MarkerRow)
