"""The tables of the simple risk tool."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, Uuid
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words
from service.risk.rules import FACTORS, PROTECTIVE


class Presence(StrEnum):
    """Whether a factor of risk is there."""

    PRESENT = auto()
    SUSPECTED = auto()
    NOT_PRESENT = auto()
    NOT_KNOWN = auto()


class Strength(StrEnum):
    """How strong a protective factor is."""

    STRONG = auto()
    SOME = auto()
    NONE = auto()
    NOT_KNOWN = auto()


class RiskRow(Base, table=True):
    """One use of the risk tool, about some children: six short texts, and no number."""

    __tablename__ = "risk_assessment"
    __table_args__ = (
        *filled("harm", "vulnerability", "protection", "child_says", "not_known", "outlook", most=20_000),
        *sane("decided_at"),
        CheckConstraint("cardinality(child_ids) > 0", name="about_somebody"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_risk_assessment_case_id", "case_id", "decided_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    tool_version: int
    child_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))
    harm: str = words()
    vulnerability: str = words()
    protection: str = words()
    child_says: str = words()
    not_known: str | None = words(default=None)
    outlook: str = words()
    decided_by: UUID = key_to("practitioner")
    decided_at: dt.datetime = moment()
    revision: int


class FactorRow(Base, table=True):
    """What is known of one factor of the tool."""

    __tablename__ = "risk_factor"
    __table_args__ = (one_of("factor", FACTORS), one_of("presence", Presence), *filled("known", most=2_000))
    risk_assessment_id: UUID = key_to("risk_assessment", primary_key=True)
    factor: str = words(primary_key=True)
    presence: str = words()
    known: str | None = words(default=None)


class ProtectiveRow(Base, table=True):
    """What is known of one protective factor of the tool."""

    __tablename__ = "risk_protective_factor"
    __table_args__ = (one_of("factor", PROTECTIVE), one_of("strength", Strength), *filled("known", most=2_000))
    risk_assessment_id: UUID = key_to("risk_assessment", primary_key=True)
    factor: str = words(primary_key=True)
    strength: str = words()
    known: str | None = words(default=None)


RISK, FACTOR, PROTECTIVE_FACTOR = table_of(RiskRow), table_of(FactorRow), table_of(ProtectiveRow)
