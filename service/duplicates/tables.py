"""The table of decisions about possible duplicates."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, table_of, words


class DuplicateRow(Base, table=True):
    """Whether two records are about the same person, as somebody decided for a case."""

    __tablename__ = "duplicate_decision"
    __table_args__ = (
        *filled("reason", most=20_000),
        *sane("decided_at"),
        CheckConstraint("person_id <> other_id", name="two_records"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("uq_duplicate_decision_pair", "case_id", "person_id", "other_id", unique=True),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    person_id: UUID = key_to("person")
    other_id: UUID = key_to("person")
    same: bool
    reason: str = words()
    decided_by: UUID = key_to("practitioner")
    decided_at: dt.datetime = moment()
    revision: int


DUPLICATE = table_of(DuplicateRow)
says("uq_duplicate_decision_pair", ErrorCode.ALREADY_DONE, "This is decided already. Amend the decision instead.", "otherId")
