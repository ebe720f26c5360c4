"""The table of decisions about the cases of brothers and sisters."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class SiblingAnswer(StrEnum):
    """Whether two cases of one household go together."""

    JOIN = auto()
    APART = auto()


class SiblingRow(Base, table=True):
    """What was decided about a brother or sister who has a case of their own."""

    __tablename__ = "sibling_decision"
    __table_args__ = (
        one_of("answer", SiblingAnswer),
        *filled("reason", most=20_000),
        *sane("decided_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("uq_sibling_decision_sibling", "case_id", "sibling_id", unique=True),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    sibling_id: UUID = key_to("person")
    answer: str = words()
    reason: str = words()
    decided_by: UUID = key_to("practitioner")
    decided_at: dt.datetime = moment()
    revision: int


SIBLING = table_of(SiblingRow)
says("uq_sibling_decision_sibling", ErrorCode.ALREADY_DONE, "This is decided already. Amend the decision instead.", "siblingId")
