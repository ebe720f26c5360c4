"""The tables of households and their members."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, one_of, sane, table_of, words


class MemberRole(StrEnum):
    """What somebody is in the household."""

    CHILD = auto()
    PARENT_OR_CARER = auto()
    SIBLING_ADULT = auto()
    GRANDPARENT = auto()
    OTHER_ADULT = auto()


class HouseholdRow(Base, table=True):
    """A household by the name that the family uses. `unattached`: no case holds it yet."""

    __tablename__ = "household"
    __table_args__ = (
        *filled("name"),
        *filled("address", most=500),
        Index("ix_household_unattached", "added_by", postgresql_where="unattached"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    name: str = words()
    address: str | None = words(default=None)
    added_by: UUID = key_to("practitioner")
    unattached: bool


class MemberRow(Base, table=True):
    """Somebody's time in a household."""

    __tablename__ = "household_member"
    __table_args__ = (
        one_of("role", MemberRole),
        *sane("joined_at", "left_at"),
        CheckConstraint("left_at >= joined_at", name="leaves_after_joining"),
        Index("uq_household_member_now", "household_id", "person_id", unique=True, postgresql_where=text("left_at IS NULL")),
        Index("ix_household_member_household_id", "household_id", "joined_at", "id"),
        Index("ix_household_member_person_id", "person_id"),
    )
    id: UUID = Field(primary_key=True)
    household_id: UUID = key_to("household")
    person_id: UUID = key_to("person")
    role: str = words()
    joined_at: dt.datetime = moment()
    left_at: dt.datetime | None = moment(default=None)


HOUSEHOLD, MEMBER = table_of(HouseholdRow), table_of(MemberRow)
says("uq_household_member_now", ErrorCode.ALREADY_DONE, "They are already in this household.", "personId")
