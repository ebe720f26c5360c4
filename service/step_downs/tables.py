"""The table of step-downs."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words


class StepDownRow(Base, table=True):
    """That a case came from social care, and whether social care's own case is still open."""

    __tablename__ = "step_down"
    __table_args__ = (
        *filled("social_care_reference", "social_worker", "social_worker_contact"),
        *filled("handover", most=20_000),
        *sane("recorded_at", "handed_over_at"),
        *sane_dates("social_care_closed_on"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_step_down_social_worker_id", "social_worker_id", postgresql_where=text("social_worker_id IS NOT NULL")),
        Index("uq_step_down_case_id", "case_id", unique=True),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    social_care_reference: str = words()
    social_worker: str = words()
    social_worker_contact: str | None = words(default=None)
    social_worker_id: UUID | None = key_to("practitioner", default=None)
    handover: str | None = words(default=None)
    social_care_closed_on: dt.date | None = Field(default=None)
    handed_over_at: dt.datetime | None = moment(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


STEP_DOWN = table_of(StepDownRow)
says("uq_step_down_case_id", ErrorCode.ALREADY_DONE, "The step-down of this case is recorded already. Amend it instead.", "caseId")
