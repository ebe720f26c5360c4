"""The table of safeguarding checks."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class AtRisk(StrEnum):
    """Whether a child would be at risk without this help."""

    YES = auto()
    NO = auto()
    NOT_KNOWN = auto()


class CheckRow(Base, table=True):
    """A safeguarding check. It counts until five working days after its day are over."""

    __tablename__ = "safeguarding_check"
    __table_args__ = (
        one_of("at_risk", AtRisk),
        *filled("risk", "done", most=20_000),
        *sane_dates("checked_on"),
        *sane("counts_until", "recorded_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_safeguarding_check_case_id", "case_id", "checked_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    at_risk: str = words()
    risk: str = words()
    done: str = words()
    checked_on: dt.date
    counts_until: dt.datetime = moment()
    checked_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


CHECK = table_of(CheckRow)
