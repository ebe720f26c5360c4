"""The tables of concerns sent to social care, of chasers, and of social care's decisions."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Uuid
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class Urgency(StrEnum):
    """How soon social care has to look at a concern."""

    NOW = auto()
    TODAY = auto()
    SOON = auto()


class Route(StrEnum):
    """As what social care takes a child."""

    CHILD_IN_NEED = auto()
    CHILD_PROTECTION = auto()
    LOOKED_AFTER = auto()


class ConcernRow(Base, table=True):
    """A concern that social care was told of. It waits until each of its children has a decision."""

    __tablename__ = "concern"
    __table_args__ = (
        one_of("urgency", Urgency),
        *filled("worry", "told_family_or_why_not", "entered_wrongly", most=20_000),
        *sane("sent_at"),
        CheckConstraint("cardinality(child_ids) > 0", name="about_somebody"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_concern_case_id", "case_id", "sent_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    urgency: str = words()
    worry: str = words()
    child_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))
    told_family_or_why_not: str = words()
    sent_by: UUID = key_to("practitioner")
    sent_at: dt.datetime = moment()
    entered_wrongly: str | None = words(default=None)
    revision: int


class ChaserRow(Base, table=True):
    """A reminder to social care that a concern waits for its decision."""

    __tablename__ = "concern_chaser"
    __table_args__ = (
        *filled("to_whom"),
        *filled("note", "entered_wrongly", most=20_000),
        *sane("sent_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_concern_chaser_concern_id", "concern_id", "sent_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    concern_id: UUID = key_to("concern")
    to_whom: str = words()
    note: str | None = words(default=None)
    sent_by: UUID = key_to("practitioner")
    sent_at: dt.datetime = moment()
    entered_wrongly: str | None = words(default=None)
    revision: int


class SocialCareRow(Base, table=True):
    """What social care decided about some children. `route`: as what it takes them, when it does."""

    __tablename__ = "social_care_decision"
    __table_args__ = (
        one_of("route", Route),
        *filled("decided_by", "reference"),
        *filled("why", "advice", "disagreement", "entered_wrongly", most=20_000),
        *sane_dates("decided_on"),
        *sane("recorded_at"),
        CheckConstraint("taken = (route IS NOT NULL)", name="route_when_taken"),
        CheckConstraint("taken OR why IS NOT NULL", name="why_not_taken"),
        CheckConstraint("NOT (taken AND no_answer)", name="no_answer_takes_nobody"),
        CheckConstraint("cardinality(child_ids) > 0", name="about_somebody"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_social_care_decision_case_id", "case_id", "recorded_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    taken: bool
    no_answer: bool
    child_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))
    route: str | None = words(default=None)
    decided_by: str = words()
    decided_on: dt.date
    why: str | None = words(default=None)
    advice: str | None = words(default=None)
    disagreement: str | None = words(default=None)
    reference: str | None = words(default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    entered_wrongly: str | None = words(default=None)
    revision: int


CONCERN, CHASER, SOCIAL_CARE = table_of(ConcernRow), table_of(ChaserRow), table_of(SocialCareRow)
