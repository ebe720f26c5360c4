"""The tables of assessments, their sections and what these read before, and how the conclusions were shared."""

import datetime as dt
from enum import StrEnum, auto
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field

from service.forms.published import FORMS
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class AssessmentState(StrEnum):
    """How far an assessment is."""

    DRAFT = auto()
    SUBMITTED = auto()
    RETURNED = auto()
    SIGNED_OFF = auto()


class SharedHow(StrEnum):
    """How the family learnt what the assessment says."""

    TOGETHER = auto()
    COPY = auto()
    SUMMARY = auto()
    TOLD = auto()


def published() -> str:
    """Spell which forms there are: an assessment is written on no other."""
    return " OR ".join(f"(form = '{key}' AND form_version = {version})" for key, version in FORMS)


class AssessmentRow(Base, table=True):
    """One round of assessing a family. `previous_id`: the one before it, of this case or of an earlier one of a child's."""

    __tablename__ = "assessment"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        one_of("state", AssessmentState),
        CheckConstraint(published(), name="form_published"),
        CheckConstraint("number >= 1", name="number_from_one"),
        *sane("started_at", "submitted_at", "returned_at", "signed_off_at"),
        *sane_dates("started_on"),
        *filled("comment", most=20_000),
        CheckConstraint("(submitted_at IS NULL) = (submitted_by IS NULL)", name="submitted_by_somebody"),
        CheckConstraint("(returned_at IS NULL) = (returned_by IS NULL)", name="returned_by_somebody"),
        CheckConstraint("(signed_off_at IS NULL) = (signed_off_by IS NULL)", name="signed_off_by_somebody"),
        CheckConstraint("(state = 'signed_off') = (signed_off_at IS NOT NULL)", name="signed_off_at_an_instant"),
        CheckConstraint("(state = 'draft') = (submitted_at IS NULL)", name="submitted_unless_draft"),
        CheckConstraint("state <> 'returned' OR returned_at IS NOT NULL", name="returned_at_an_instant"),
        Index("uq_assessment_open", "case_id", unique=True, postgresql_where=text("state <> 'signed_off'")),
        Index("ix_assessment_previous_id", "previous_id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    number: int
    form: str = words()
    form_version: int
    state: str = words()
    previous_id: UUID | None = key_to("assessment", default=None)
    started_on: dt.date
    started_at: dt.datetime = moment()
    started_by: UUID = key_to("practitioner")
    submitted_at: dt.datetime | None = moment(default=None)
    submitted_by: UUID | None = key_to("practitioner", default=None)
    returned_at: dt.datetime | None = moment(default=None)
    returned_by: UUID | None = key_to("practitioner", default=None)
    signed_off_at: dt.datetime | None = moment(default=None)
    signed_off_by: UUID | None = key_to("practitioner", default=None)
    comment: str | None = words(default=None)


class AuthorRow(Base, table=True):
    """Somebody who wrote in an assessment before it was signed off, and when they first did."""

    __tablename__ = "assessment_author"
    __table_args__ = (*sane("first_wrote_at"), Index("ix_assessment_author_practitioner_id", "practitioner_id"))
    assessment_id: UUID = key_to("assessment", primary_key=True)
    practitioner_id: UUID = key_to("practitioner", primary_key=True)
    first_wrote_at: dt.datetime = moment()


class SectionRow(Base, table=True):
    """A section as it reads now: of the family, or of the child or adult whom it is about."""

    __tablename__ = "assessment_section"
    __table_args__ = (
        *sane("saved_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        CheckConstraint("json_typeof(answers) = 'object'", name="answers_by_question"),
        Index("uq_assessment_section_subject", "assessment_id", "section", "subject_id", unique=True, postgresql_nulls_not_distinct=True),
    )
    id: UUID = Field(primary_key=True)
    assessment_id: UUID = key_to("assessment")
    section: str = words()
    subject_id: UUID | None = key_to("person", default=None)
    answers: dict[str, Any] = Field(sa_type=JSON)
    revision: int
    saved_by: UUID = key_to("practitioner")
    saved_at: dt.datetime = moment()


class SectionRevisionRow(Base, table=True):
    """What a section of an assessment that was signed off read before it was amended, and why it was."""

    __tablename__ = "assessment_section_revision"
    __table_args__ = (*filled("reason"), *sane("amended_at"))
    section_id: UUID = key_to("assessment_section", primary_key=True)
    revision: int = Field(primary_key=True)
    answers: dict[str, Any] = Field(sa_type=JSON)
    reason: str = words()
    amended_by: UUID = key_to("practitioner")
    amended_at: dt.datetime = moment()


class ConclusionsRow(Base, table=True):
    """That the family learnt the conclusions, on what day and how; or why that is not safe."""

    __tablename__ = "assessment_conclusions"
    __table_args__ = (
        one_of("how", SharedHow),
        *filled("note", "why_not", most=20_000),
        *sane_dates("shared_on"),
        *sane("recorded_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        CheckConstraint("(how IS NULL) = (shared_on IS NULL)", name="day_and_way_together"),
        CheckConstraint("(how IS NULL) <> (why_not IS NULL)", name="shared_or_why_not"),
        Index("ix_assessment_conclusions_assessment_id", "assessment_id", "recorded_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    assessment_id: UUID = key_to("assessment")
    shared_on: dt.date | None = Field(default=None)
    how: str | None = words(default=None)
    note: str | None = words(default=None)
    why_not: str | None = words(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


ASSESSMENT, AUTHOR = table_of(AssessmentRow), table_of(AuthorRow)
SECTION, SECTION_REVISION = table_of(SectionRow), table_of(SectionRevisionRow)
CONCLUSIONS = table_of(ConclusionsRow)
