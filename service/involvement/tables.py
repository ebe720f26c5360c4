"""The tables of involvement checks and what they found."""

import datetime as dt
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Date, Index, Text, Uuid
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words


class InvolvementRow(Base, table=True):
    """A search, for every child of a case, for another open case or assessment; by one instant, and never changed but for its note."""

    __tablename__ = "involvement_check"
    __table_args__ = (
        *filled("note", most=20_000),
        *sane("checked_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_involvement_check_case_id", "case_id", "checked_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    child_ids: list[UUID] = Field(sa_type=ARRAY(Uuid))
    note: str | None = words(default=None)
    checked_by: UUID = key_to("practitioner")
    checked_at: dt.datetime = moment()
    revision: int


class FindingRow(Base, table=True):
    """The minimal answer about one child: which agency, since when, and how to reach its lead professional; never more."""

    __tablename__ = "involvement_finding"
    __table_args__ = (
        *filled("agency", "lead_name", "lead_role", "lead_phone"),
        *sane_dates("since"),
        Index("ix_involvement_finding_check_id", "check_id", "since", "id"),
    )
    id: UUID = Field(primary_key=True)
    check_id: UUID = key_to("involvement_check")
    person_id: UUID = key_to("person")
    agency: str = words()
    since: dt.date
    lead_name: str | None = words(default=None)
    lead_role: str | None = words(default=None)
    lead_phone: str | None = words(default=None)


CHECK, FINDING = table_of(InvolvementRow), table_of(FindingRow)
FOUND = {"person_id": Uuid(), "agency": Text(), "since": Date(), "lead_name": Text(), "lead_role": Text(), "lead_phone": Text()}
"""The columns of a finding that a check fills, and their types."""
