"""The table of agreements to work with early help."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class Capacity(StrEnum):
    """In what capacity somebody answers for a person."""

    PARENTAL_RESPONSIBILITY = auto()
    YOUNG_PERSON = auto()
    GILLICK = auto()
    ADULT_SELF = auto()
    MOTHER_OF_UNBORN = auto()


class Answer(StrEnum):
    """What was answered."""

    AGREED = auto()
    REFUSED = auto()


class Evidence(StrEnum):
    """How the answer is known."""

    SIGNED = auto()
    SPOKEN_AND_NOTED = auto()
    ELECTRONIC = auto()


class AgreementRow(Base, table=True):
    """One answer about one person. It never changes but for its withdrawal; a later answer stands beside it."""

    __tablename__ = "agreement"
    __table_args__ = (
        one_of("capacity", Capacity),
        one_of("answer", Answer),
        one_of("evidence", Evidence),
        *filled("withdrawn_how"),
        *filled("understanding", most=20_000),
        *sane("answered_at", "until", "withdrawn_at", "in_error_at"),
        CheckConstraint("until > answered_at", name="ends_after_it_begins"),
        CheckConstraint("withdrawn_at >= answered_at", name="withdrawn_after_it_begins"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_how IS NULL)", name="how_it_was_withdrawn"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="who_withdrew"),
        CheckConstraint("capacity <> 'gillick' OR understanding IS NOT NULL", name="gillick_understanding"),
        Index("ix_agreement_case_id", "case_id", "person_id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    person_id: UUID = key_to("person")
    given_by: UUID = key_to("person")
    capacity: str = words()
    answer: str = words()
    evidence: str = words()
    understanding: str | None = words(default=None)
    answered_at: dt.datetime = moment()
    until: dt.datetime | None = moment(default=None)
    recorded_by: UUID = key_to("practitioner")
    withdrawn_at: dt.datetime | None = moment(default=None)
    withdrawn_by: UUID | None = key_to("person", default=None)
    withdrawn_how: str | None = words(default=None)
    in_error_at: dt.datetime | None = moment(default=None)


AGREEMENT = table_of(AgreementRow)
