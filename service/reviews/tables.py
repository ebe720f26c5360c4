"""The tables of reviews."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class Result(StrEnum):
    """How a review found an outcome."""

    ACHIEVED = auto()
    PARTLY = auto()
    NOT_ACHIEVED = auto()


class ReviewRow(Base, table=True):
    """A review of the plan: of the stay in which the case is in review, of a meeting, or of both."""

    __tablename__ = "review"
    __table_args__ = (
        *filled("child_views", "family_views", "drift_view", most=20_000),
        *sane_dates("held_on", "next_review_on"),
        *sane("recorded_at", "drift_at"),
        CheckConstraint("visit_id IS NOT NULL OR meeting_id IS NOT NULL", name="of_a_stay_or_a_meeting"),
        CheckConstraint("(agreement_reconfirmed IS NULL) = (reconfirmed_by IS NULL)", name="who_was_asked_again"),
        CheckConstraint(
            "(drift_view IS NULL) = (drift_at IS NULL) AND (drift_view IS NULL) = (drift_by IS NULL)", name="whose_view_and_when"
        ),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("uq_review_visit_id", "visit_id", unique=True),
        Index("uq_review_meeting_id", "meeting_id", unique=True),
        Index("ix_review_case_id", "case_id", "held_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    visit_id: UUID | None = key_to("visit", default=None)
    meeting_id: UUID | None = key_to("meeting", default=None)
    held_on: dt.date
    child_views: str = words()
    family_views: str = words()
    agreement_reconfirmed: bool | None = Field(default=None)
    reconfirmed_by: UUID | None = key_to("person", default=None)
    next_review_on: dt.date | None = Field(default=None)
    drift_view: str | None = words(default=None)
    drift_by: UUID | None = key_to("practitioner", default=None)
    drift_at: dt.datetime | None = moment(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


class JudgementRow(Base, table=True):
    """How a review found one outcome, and where the family put itself on its own scale."""

    __tablename__ = "review_outcome"
    __table_args__ = (
        one_of("result", Result),
        *filled("scale_why_not", most=20_000),
        CheckConstraint("scale BETWEEN 0 AND 10", name="scale_to_ten"),
        CheckConstraint("(scale IS NULL) = (scale_why_not IS NOT NULL)", name="scale_or_why_not"),
        Index("ix_review_outcome_outcome_id", "outcome_id", "review_id"),
    )
    review_id: UUID = key_to("review", primary_key=True)
    outcome_id: UUID = key_to("outcome", primary_key=True)
    result: str = words()
    scale: int | None = Field(default=None)
    scale_why_not: str | None = words(default=None)


REVIEW, JUDGEMENT = table_of(ReviewRow), table_of(JudgementRow)
says("uq_review_visit_id", ErrorCode.ALREADY_DONE, "This review is recorded already. Amend it instead.", "caseId")
says("uq_review_meeting_id", ErrorCode.ALREADY_DONE, "This meeting has a review already. Amend it instead.", "meetingId")
