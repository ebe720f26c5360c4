"""The tables of closing summaries, and of what the family was told."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words


class ClosingSummaryRow(Base, table=True):
    """What is better for the family and who helps from now on: one text a case, which is written anew when the plan went on after it."""

    __tablename__ = "closing_summary"
    __table_args__ = (
        *filled("what_is_better", "who_helps", most=20_000),
        *sane("written_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("uq_closing_summary_case_id", "case_id", unique=True),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    what_is_better: str = words()
    who_helps: str = words()
    written_by: UUID = key_to("practitioner")
    written_at: dt.datetime = moment()
    revision: int


class FamilyToldRow(Base, table=True):
    """That the family was told of the ending, when and how; or why it was not. It never changes: a later one stands beside it."""

    __tablename__ = "family_told"
    __table_args__ = (
        *filled("how", "why_not", most=20_000),
        *sane_dates("told_on"),
        *sane("recorded_at"),
        CheckConstraint("(told_on IS NULL) = (how IS NULL)", name="how_when_told"),
        CheckConstraint("(told_on IS NULL) = (why_not IS NOT NULL)", name="told_or_why_not"),
        Index("ix_family_told_case_id", "case_id", "recorded_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    told_on: dt.date | None = Field(default=None)
    how: str | None = words(default=None)
    why_not: str | None = words(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()


CLOSING_SUMMARY, FAMILY_TOLD = table_of(ClosingSummaryRow), table_of(FamilyToldRow)
says("uq_closing_summary_case_id", ErrorCode.ALREADY_DONE, "This case has a closing summary already. Amend it instead.", "caseId")
