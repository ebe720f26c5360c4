"""The table of lead professionals."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class LeadKind(StrEnum):
    """Agreed by a meeting with the family, or acting until one agrees."""

    ACTING = auto()
    AGREED = auto()


class LeadRow(Base, table=True):
    """Somebody's time as lead professional of a case."""

    __tablename__ = "lead_professional"
    __table_args__ = (
        one_of("kind", LeadKind),
        *filled("handover", most=20_000),
        *sane("started_at", "ended_at"),
        CheckConstraint("ended_at >= started_at", name="ends_after_it_starts"),
        Index("ix_lead_professional_case_id", "case_id", "started_at", "id"),
        Index("ix_lead_professional_now", "practitioner_id", "case_id", postgresql_where=text("ended_at IS NULL")),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    practitioner_id: UUID = key_to("practitioner")
    kind: str = words()
    started_at: dt.datetime = moment()
    ended_at: dt.datetime | None = moment(default=None)
    handover: str | None = words(default=None)


LEAD = table_of(LeadRow)
