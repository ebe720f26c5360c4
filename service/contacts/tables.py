"""The tables of contact attempts and of answers to the person who asked for help."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class Means(StrEnum):
    """By what way somebody was reached, or was to be."""

    TELEPHONE = auto()
    LETTER = auto()
    MESSAGE = auto()
    VISIT = auto()
    THROUGH_AGENCY = auto()


class AttemptRow(Base, table=True):
    """One attempt to reach the family."""

    __tablename__ = "contact_attempt"
    __table_args__ = (
        one_of("means", Means),
        *filled("note", most=20_000),
        *sane_dates("tried_on"),
        *sane("recorded_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_contact_attempt_case_id", "case_id", "tried_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    tried_on: dt.date
    means: str = words()
    reached: bool
    note: str | None = words(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


class AnswerRow(Base, table=True):
    """What the person who asked for help was told and how, or why they were not."""

    __tablename__ = "referrer_answer"
    __table_args__ = (
        one_of("means", Means),
        *filled("said", "why_not", most=20_000),
        *sane_dates("told_on"),
        *sane("recorded_at"),
        CheckConstraint("(said IS NULL) <> (why_not IS NULL)", name="told_or_why_not"),
        CheckConstraint("(said IS NULL) = (told_on IS NULL) AND (said IS NULL) = (means IS NULL)", name="when_and_how_told"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_referrer_answer_case_id", "case_id", "recorded_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    said: str | None = words(default=None)
    means: str | None = words(default=None)
    told_on: dt.date | None = Field(default=None)
    why_not: str | None = words(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


ATTEMPT, ANSWER = table_of(AttemptRow), table_of(AnswerRow)
