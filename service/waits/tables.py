"""The table of waits."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.journal.tables import Base, key_to, moment, one_of, sane, table_of, words


class WaitKind(StrEnum):
    """What a case waits for inside a state."""

    INVOLVEMENT_ANSWER = auto()
    SOCIAL_CARE_DECISION = auto()
    SOCIAL_CARE_HANDOVER = auto()
    RECEIVING_COUNCIL = auto()
    CLOSURE_AGREEMENT = auto()
    THRESHOLD_APPROVAL = auto()
    REFERRER_TO_BE_TOLD = auto()
    LEAD_TO_BE_AGREED = auto()


class WaitRow(Base, table=True):
    """One wait on top of a state; its due instant is worked out once. `about`: the record that it waits for, where there is one."""

    __tablename__ = "wait"
    __table_args__ = (
        one_of("kind", WaitKind),
        *sane("started_at", "due_at", "ended_at"),
        CheckConstraint("ended_at >= started_at", name="ends_after_it_starts"),
        Index("ix_wait_case_id", "case_id", "due_at", "id"),
        Index("ix_wait_due_at", "due_at", "id", postgresql_where=text("ended_at IS NULL")),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    kind: str = words()
    about: UUID | None = Field(default=None)
    started_at: dt.datetime = moment()
    due_at: dt.datetime = moment()
    ended_at: dt.datetime | None = moment(default=None)


WAIT = table_of(WaitRow)
