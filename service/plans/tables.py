"""The tables of the plan."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words

OPEN = "status = 'open'"


class OutcomeStatus(StrEnum):
    """How things stand with an outcome."""

    OPEN = auto()
    ACHIEVED = auto()
    ENDED = auto()


class ActionStatus(StrEnum):
    """How things stand with an action."""

    OPEN = auto()
    DONE = auto()
    ENDED = auto()


class OutcomeRow(Base, table=True):
    """What the family wants to be different, in their words, and where they stood on their own scale when it was set down."""

    __tablename__ = "outcome"
    __table_args__ = (
        one_of("status", OutcomeStatus),
        *filled("wording", "baseline_why_not", "status_why", most=20_000),
        *sane_dates("by_when"),
        *sane("added_at", "ended_at"),
        CheckConstraint("baseline BETWEEN 0 AND 10", name="baseline_to_ten"),
        CheckConstraint("(baseline IS NULL) = (baseline_why_not IS NOT NULL)", name="baseline_or_why_not"),
        CheckConstraint("(status = 'open') = (ended_at IS NULL)", name="ended_unless_open"),
        CheckConstraint("(status = 'open') = (status_why IS NULL)", name="reason_unless_open"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_outcome_case_id", "case_id", "by_when", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    wording: str = words()
    by_when: dt.date
    baseline: int | None = Field(default=None)
    baseline_why_not: str | None = words(default=None)
    status: str = words()
    status_why: str | None = words(default=None)
    ended_at: dt.datetime | None = moment(default=None)
    added_by: UUID = key_to("practitioner")
    added_at: dt.datetime = moment()
    revision: int


class OutcomeNeedRow(Base, table=True):
    """That an outcome answers a need."""

    __tablename__ = "outcome_need"
    __table_args__ = (Index("ix_outcome_need_need_id", "need_id", "outcome_id"),)
    outcome_id: UUID = key_to("outcome", primary_key=True)
    need_id: UUID = key_to("need", primary_key=True)


class ActionRow(Base, table=True):
    """What somebody does towards an outcome, and by when: a practitioner, or somebody of the family."""

    __tablename__ = "plan_action"
    __table_args__ = (
        one_of("status", ActionStatus),
        *filled("what", "result", most=20_000),
        *sane_dates("by_when", "done_on"),
        *sane("added_at"),
        CheckConstraint("(practitioner_id IS NULL) <> (person_id IS NULL)", name="one_who_does_it"),
        CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name="day_when_done"),
        CheckConstraint("status <> 'ended' OR result IS NOT NULL", name="reason_when_ended"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_plan_action_case_id", "case_id", "by_when", "id"),
        Index("ix_plan_action_outcome_id", "outcome_id", "by_when", "id"),
        Index("ix_plan_action_meeting_id", "meeting_id"),
        Index("ix_plan_action_practitioner_id_by_when", "practitioner_id", "by_when", "id", postgresql_where=text(OPEN)),
        Index("ix_plan_action_by_when", "by_when", "id", postgresql_where=text(OPEN)),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    outcome_id: UUID = key_to("outcome")
    what: str = words()
    practitioner_id: UUID | None = key_to("practitioner", default=None)
    person_id: UUID | None = key_to("person", default=None)
    by_when: dt.date
    status: str = words()
    done_on: dt.date | None = Field(default=None)
    result: str | None = words(default=None)
    meeting_id: UUID | None = key_to("meeting", default=None)
    added_by: UUID = key_to("practitioner")
    added_at: dt.datetime = moment()
    revision: int


OUTCOME, OUTCOME_NEED, ACTION = table_of(OutcomeRow), table_of(OutcomeNeedRow), table_of(ActionRow)
