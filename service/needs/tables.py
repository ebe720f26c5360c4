"""The table of needs."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words
from service.needs.areas import Area


class NeedSource(StrEnum):
    """Which service identified a need; it alone may ever change it."""

    EARLY_HELP = auto()
    CAF = auto()
    SEND_PATHFINDER = auto()


class NeedStatus(StrEnum):
    """How things stand with a need."""

    OPEN = auto()
    MET = auto()
    ENDED = auto()


class NeedRow(Base, table=True):
    """A need of one child. One of early help belongs to the case whose practitioner recorded it; one of SEND has neither.

    That is a constraint and not only code: whoever writes for a case names the case and themselves, so that such a row can never say
    that it came from SEND, and a row from SEND can never be taken into a case.
    """

    __tablename__ = "need"
    __table_args__ = (
        one_of("source", NeedSource),
        one_of("area", Area),
        one_of("status", NeedStatus),
        *filled("description", "status_why", "unanswered_why", most=20_000),
        *sane_dates("identified_on"),
        *sane("recorded_at"),
        CheckConstraint("(source = 'send_pathfinder') = (case_id IS NULL)", name="case_unless_from_send"),
        CheckConstraint("(source = 'send_pathfinder') = (recorded_by IS NULL)", name="recorded_by_unless_from_send"),
        CheckConstraint("severity BETWEEN 0 AND 10", name="severity_to_ten"),
        CheckConstraint("status = 'open' OR status_why IS NOT NULL", name="reason_when_not_open"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_need_case_id", "case_id", "identified_on", "id"),
        Index("ix_need_child_id", "child_id", "identified_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID | None = key_to("cases", default=None)
    child_id: UUID = key_to("person")
    source: str = words()
    area: str = words()
    description: str = words()
    severity: int | None = Field(default=None)
    identified_on: dt.date
    status: str = words()
    status_why: str | None = words(default=None)
    unanswered_why: str | None = words(default=None)
    recorded_by: UUID | None = key_to("practitioner", default=None)
    recorded_at: dt.datetime = moment()
    revision: int


NEED = table_of(NeedRow)
