"""The tables of safe contact."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words

TEXTS = ("preferred", "unsafe", "not_shared_with")


class SafeContactRow(Base, table=True):
    """How one person may be reached, as it reads now; what it read before stands in its revisions."""

    __tablename__ = "safe_contact"
    __table_args__ = (
        *filled(*TEXTS, "end_reason", most=20_000),
        *filled("source"),
        *sane_dates("said_on"),
        *sane("recorded_at", "ended_at", "in_error_at"),
        CheckConstraint("num_nonnulls(preferred, unsafe, not_shared_with) > 0", name="something_said"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="reason_when_ended"),
        CheckConstraint("ended_at >= recorded_at", name="ends_after_it_begins"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_safe_contact_person_id", "person_id", "recorded_at", "id"),
        Index("uq_safe_contact_now", "person_id", unique=True, postgresql_where=text("ended_at IS NULL AND in_error_at IS NULL")),
    )
    id: UUID = Field(primary_key=True)
    person_id: UUID = key_to("person")
    preferred: str | None = words(default=None)
    unsafe: str | None = words(default=None)
    not_shared_with: str | None = words(default=None)
    source: str = words()
    said_on: dt.date
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    ended_at: dt.datetime | None = moment(default=None)
    end_reason: str | None = words(default=None)
    revision: int
    in_error_at: dt.datetime | None = moment(default=None)


class SafeContactRevisionRow(Base, table=True):
    """What it read before it was amended, and why it was."""

    __tablename__ = "safe_contact_revision"
    __table_args__ = (*filled("reason"), *sane("amended_at"))
    safe_contact_id: UUID = key_to("safe_contact", primary_key=True)
    revision: int = Field(primary_key=True)
    preferred: str | None = words(default=None)
    unsafe: str | None = words(default=None)
    not_shared_with: str | None = words(default=None)
    source: str = words()
    said_on: dt.date
    reason: str = words()
    amended_by: UUID = key_to("practitioner")
    amended_at: dt.datetime = moment()


SAFE_CONTACT, REVISION = table_of(SafeContactRow), table_of(SafeContactRevisionRow)
says(
    "uq_safe_contact_now",
    ErrorCode.ALREADY_DONE,
    "How they may be reached safely is recorded already. Amend that, so that what it said before is kept.",
    "personId",
)
