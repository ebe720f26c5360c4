"""The table of contact details."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class DetailKind(StrEnum):
    """What kind of contact detail it is."""

    TELEPHONE = auto()
    EMAIL = auto()
    ADDRESS = auto()
    OTHER = auto()


class Audience(StrEnum):
    """Who may know a contact detail."""

    EVERYBODY = auto()
    CASE_HOLDERS = auto()
    THIS_CASE = auto()


class DetailRow(Base, table=True):
    """One way to reach a person. `case_id`: the case in whose name it was recorded, whose holders always see it."""

    __tablename__ = "contact_detail"
    __table_args__ = (
        one_of("kind", DetailKind),
        one_of("audience", Audience),
        *filled("value", most=500),
        *filled("note", "end_reason"),
        *sane("recorded_at", "ended_at", "in_error_at"),
        CheckConstraint("audience <> 'this_case' OR case_id IS NOT NULL", name="which_case"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="reason_when_ended"),
        CheckConstraint("ended_at >= recorded_at", name="ends_after_it_begins"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_contact_detail_person_id", "person_id", "recorded_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    person_id: UUID = key_to("person")
    case_id: UUID | None = key_to("cases", default=None)
    kind: str = words()
    value: str = words()
    note: str | None = words(default=None)
    audience: str = words()
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    ended_at: dt.datetime | None = moment(default=None)
    end_reason: str | None = words(default=None)
    revision: int
    in_error_at: dt.datetime | None = moment(default=None)


DETAIL = table_of(DetailRow)
