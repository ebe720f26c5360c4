"""The table of questions to agencies."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words


class QuestionRow(Base, table=True):
    """What an agency was asked about a family, on what ground, and what it answered."""

    __tablename__ = "agency_question"
    __table_args__ = (
        *filled("answered_by"),
        *filled("question", "ground", "answer", "entered_wrongly", most=20_000),
        *sane_dates("answered_on"),
        *sane("asked_at"),
        CheckConstraint("(answer IS NULL) = (answered_on IS NULL) AND (answer IS NULL) = (answered_by IS NULL)", name="answered_wholly"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_agency_question_case_id", "case_id", "asked_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    agency_id: UUID = key_to("agency")
    question: str = words()
    ground: str = words()
    asked_by: UUID = key_to("practitioner")
    asked_at: dt.datetime = moment()
    answer: str | None = words(default=None)
    answered_by: str | None = words(default=None)
    answered_on: dt.date | None = Field(default=None)
    entered_wrongly: str | None = words(default=None)
    revision: int


QUESTION = table_of(QuestionRow)
