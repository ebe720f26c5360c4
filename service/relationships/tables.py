"""The table of relationships."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class RelationshipKind(StrEnum):
    """What somebody is to a child."""

    MOTHER = auto()
    FATHER = auto()
    OTHER_PARENT = auto()
    STEP_PARENT = auto()
    PARTNER_OF_PARENT = auto()
    GRANDPARENT = auto()
    SIBLING = auto()
    OTHER_RELATIVE = auto()
    GUARDIAN = auto()
    CARER = auto()
    OTHER = auto()


class Responsibility(StrEnum):
    """What is known of somebody's parental responsibility for a child."""

    HAS = auto()
    HAS_NOT = auto()
    NOT_KNOWN = auto()


class Basis(StrEnum):
    """By what somebody has parental responsibility."""

    BIRTH = auto()
    MARRIAGE = auto()
    BIRTH_REGISTRATION = auto()
    AGREEMENT = auto()
    COURT_ORDER = auto()
    CHILD_ARRANGEMENTS_ORDER = auto()
    SPECIAL_GUARDIANSHIP = auto()
    GUARDIANSHIP = auto()
    ADOPTION = auto()
    PARENTAL_ORDER = auto()


class RelationshipRow(Base, table=True):
    """What one person is to a child (`person_id`), and what is known of parental responsibility. Several can stand for the same two."""

    __tablename__ = "relationship"
    __table_args__ = (
        one_of("kind", RelationshipKind),
        one_of("responsibility", Responsibility),
        one_of("basis", Basis),
        *filled("source"),
        *sane_dates("from_on", "until_on"),
        *sane("recorded_at", "in_error_at"),
        CheckConstraint("person_id <> relative_id", name="of_two_people"),
        CheckConstraint("(responsibility = 'has') = (basis IS NOT NULL)", name="basis_of_responsibility"),
        CheckConstraint("responsibility = 'has' OR (from_on IS NULL AND until_on IS NULL)", name="dates_of_responsibility"),
        CheckConstraint("until_on >= from_on", name="ends_after_it_begins"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_relationship_person_id", "person_id", "recorded_at", "id"),
        Index("ix_relationship_relative_id", "relative_id", "person_id"),
    )
    id: UUID = Field(primary_key=True)
    person_id: UUID = key_to("person")
    relative_id: UUID = key_to("person")
    kind: str = words()
    responsibility: str = words()
    basis: str | None = words(default=None)
    from_on: dt.date | None = Field(default=None)
    until_on: dt.date | None = Field(default=None)
    source: str = words()
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int
    in_error_at: dt.datetime | None = moment(default=None)


RELATIONSHIP = table_of(RelationshipRow)
