"""The table of proposals to close a case."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, table_of, words


class ProposalRow(Base, table=True):
    """A proposal to close a case, for a reason of its workflow. One at a time waits for a manager."""

    __tablename__ = "closure_proposal"
    __table_args__ = (
        *filled("reason"),
        *filled("why", "answer_note", "withdrawn", most=20_000),
        *sane("proposed_at", "answered_at"),
        CheckConstraint("(agreed IS NULL) = (answered_at IS NULL) AND (agreed IS NULL) = (answered_by IS NULL)", name="answered_wholly"),
        CheckConstraint("answered_by <> proposed_by", name="answered_by_another"),
        CheckConstraint("agreed OR answer_note IS NOT NULL", name="no_says_why"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_closure_proposal_case_id", "case_id", "proposed_at", "id"),
        Index("uq_closure_proposal_waiting", "case_id", unique=True, postgresql_where=text("answered_at IS NULL AND withdrawn IS NULL")),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    reason: str = words()
    why: str = words()
    proposed_by: UUID = key_to("practitioner")
    proposed_at: dt.datetime = moment()
    withdrawn: str | None = words(default=None)
    agreed: bool | None = Field(default=None)
    answer_note: str | None = words(default=None)
    answered_by: UUID | None = key_to("practitioner", default=None)
    answered_at: dt.datetime | None = moment(default=None)
    revision: int


PROPOSAL = table_of(ProposalRow)
says(
    "uq_closure_proposal_waiting",
    ErrorCode.ALREADY_DONE,
    "A proposal to close this case waits for a manager already. Amend it, or wait for the answer.",
    "caseId",
)
