"""The table of visits."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlmodel import Field

from service.journal.tables import Base, key_to, moment, sane, table_of, words


class VisitRow(Base, table=True):
    """One stay in one state, with the worker, team and agency that had the case when it began.

    One statement closes a stay and opens the next, which a partial unique index would refuse in the middle.
    """

    __tablename__ = "visit"
    __table_args__ = (
        *sane("entered_at", "left_at", "due_at", "voided_at"),
        CheckConstraint("left_at >= entered_at", name="leaves_after_entering"),
        CheckConstraint("(left_at IS NULL) = (left_by IS NULL)", name="left_by_a_trigger"),
        CheckConstraint("voided_at = left_at", name="void_as_it_ends"),
        ExcludeConstraint(
            ("case_id", "="),
            using="btree",
            where=text("left_at IS NULL"),
            name="ex_visit_one_open",
            deferrable=True,
            initially="IMMEDIATE",
        ),
        Index("ix_visit_case_id", "case_id", "entered_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    state: str = words()
    entered_by: str = words()
    entered_at: dt.datetime = moment()
    due_at: dt.datetime | None = moment(default=None)
    left_by: str | None = words(default=None)
    left_at: dt.datetime | None = moment(default=None)
    voided_at: dt.datetime | None = moment(default=None)
    worker_id: UUID | None = key_to("practitioner", default=None)
    team_id: UUID = key_to("team")
    agency_id: UUID = key_to("agency")


VISIT = table_of(VisitRow)
