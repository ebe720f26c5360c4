"""The tables of threshold documents and of the decisions made against them."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class ThresholdOutcome(StrEnum):
    """Where a threshold decision leads."""

    UNIVERSAL = auto()
    SINGLE_AGENCY = auto()
    EARLY_HELP_ASSESSMENT = auto()
    SOCIAL_CARE_ASSESSMENT = auto()


class ThresholdBasis(StrEnum):
    """On what a threshold decision rests."""

    REQUEST = auto()
    ASSESSMENT = auto()


class DocumentRow(Base, table=True):
    """A version of the council's threshold document, with what it calls the four levels. It holds until the next one begins."""

    __tablename__ = "threshold_document"
    __table_args__ = (
        UniqueConstraint("in_force_from"),
        *filled("title", "label_1", "label_2", "label_3", "label_4"),
        *sane_dates("in_force_from"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    title: str = words()
    in_force_from: dt.date
    label_1: str = words()
    label_2: str = words()
    label_3: str = words()
    label_4: str = words()


class DecisionRow(Base, table=True):
    """A threshold decision. Its levels and its outcome never change: a new decision takes its place, and the last is in force."""

    __tablename__ = "threshold_decision"
    __table_args__ = (
        one_of("basis", ThresholdBasis),
        one_of("outcome", ThresholdOutcome),
        CheckConstraint("level BETWEEN 1 AND 4", name="level_of_four"),
        *filled("reasons", "goes_on", "does_not_go_on", "analysis", "not_known", "sources_asked", most=20_000),
        *filled("family_view", "family_told", "referrer_view", "disagreement", "approval_note", most=20_000),
        *filled("sections"),
        *sane("decided_at", "approved_at"),
        CheckConstraint("(approved_at IS NULL) = (approved_by IS NULL)", name="who_approved"),
        CheckConstraint("approved_at IS NULL OR needs_approval", name="approved_when_asked"),
        CheckConstraint("approved_by <> decided_by", name="approved_by_another"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_threshold_decision_case_id", "case_id", "decided_at", "id"),
        Index("ix_threshold_decision_document_id", "document_id", "decided_at"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    document_id: UUID = key_to("threshold_document")
    risk_assessment_id: UUID | None = key_to("risk_assessment", default=None)
    basis: str = words()
    level: int
    outcome: str = words()
    reasons: str = words()
    goes_on: str | None = words(default=None)
    does_not_go_on: str | None = words(default=None)
    sections: str | None = words(default=None)
    analysis: str | None = words(default=None)
    not_known: str | None = words(default=None)
    sources_asked: str | None = words(default=None)
    family_view: str | None = words(default=None)
    family_told: str | None = words(default=None)
    referrer_view: str | None = words(default=None)
    family_agreed_to_checks: bool | None = Field(default=None)
    disagreement: str | None = words(default=None)
    decided_by: UUID = key_to("practitioner")
    decided_at: dt.datetime = moment()
    needs_approval: bool
    approved_by: UUID | None = key_to("practitioner", default=None)
    approved_at: dt.datetime | None = moment(default=None)
    approval_note: str | None = words(default=None)
    revision: int


class ChildLevelRow(Base, table=True):
    """The level of need of one child, as a decision found it."""

    __tablename__ = "threshold_child"
    __table_args__ = (CheckConstraint("level BETWEEN 1 AND 4", name="level_of_four"),)
    decision_id: UUID = key_to("threshold_decision", primary_key=True)
    person_id: UUID = key_to("person", primary_key=True)
    level: int


DOCUMENT, DECISION, CHILD_LEVEL = table_of(DocumentRow), table_of(DecisionRow), table_of(ChildLevelRow)
says("uq_threshold_document_in_force_from", ErrorCode.DUPLICATE, "There is a document that begins on this day already.", "inForceFrom")
