"""The table of people."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class PersonKind(StrEnum):
    """As what the service knows somebody."""

    CHILD = auto()
    YOUNG_PERSON = auto()
    UNBORN_CHILD = auto()
    ADULT = auto()


class Sex(StrEnum):
    """Sex as the national child data collections write it."""

    MALE = "M"
    FEMALE = "F"
    UNKNOWN = "U"
    INDETERMINATE = "I"


class Ethnicity(StrEnum):
    """Ethnicity by its code in the national child data collections."""

    WHITE_BRITISH = "WBRI"
    WHITE_IRISH = "WIRI"
    TRAVELLER_OF_IRISH_HERITAGE = "WIRT"
    OTHER_WHITE = "WOTH"
    GYPSY_OR_ROMA = "WROM"
    WHITE_AND_BLACK_CARIBBEAN = "MWBC"
    WHITE_AND_BLACK_AFRICAN = "MWBA"
    WHITE_AND_ASIAN = "MWAS"
    OTHER_MIXED = "MOTH"
    INDIAN = "AIND"
    PAKISTANI = "APKN"
    BANGLADESHI = "ABAN"
    OTHER_ASIAN = "AOTH"
    BLACK_CARIBBEAN = "BCRB"
    BLACK_AFRICAN = "BAFR"
    OTHER_BLACK = "BOTH"
    CHINESE = "CHNE"
    OTHER = "OOTH"
    REFUSED = "REFU"
    NOT_YET_OBTAINED = "NOBT"


class PersonRow(Base, table=True):
    """A person. An unborn child has an expected date instead of a date of birth, never both.

    `unattached`: nobody's case holds them yet, so that only who added them sees them.
    """

    __tablename__ = "person"
    __table_args__ = (
        *filled("given_name", "family_name"),
        *sane_dates("birth_date", "expected_on", "died_on", "ehc_plan_on"),
        *sane("in_error_at"),
        one_of("kind", PersonKind),
        one_of("sex", Sex),
        one_of("ethnicity", Ethnicity),
        CheckConstraint("(kind = 'unborn_child') = (expected_on IS NOT NULL)", name="expected_date_of_the_unborn"),
        CheckConstraint("expected_on IS NULL OR birth_date IS NULL", name="born_or_expected"),
        CheckConstraint("birth_date IS NOT NULL OR kind IN ('unborn_child', 'adult')", name="birth_date_of_the_young"),
        CheckConstraint("died_on >= birth_date", name="dies_after_birth"),
        CheckConstraint("ehc_plan_on >= birth_date", name="ehc_plan_after_birth"),
        CheckConstraint("ehc_plan_on IS NULL OR expected_on IS NULL", name="ehc_plan_of_the_born"),
        CheckConstraint("nhs_number ~ '^[0-9]{10}$'", name="nhs_number_shape"),
        CheckConstraint("upn ~ '^[A-Z][0-9]{11}[0-9A-Z]$'", name="upn_shape"),
        CheckConstraint("uln ~ '^[0-9]{10}$'", name="uln_shape"),
        Index("ix_person_birth_date", "birth_date"),
        Index("ix_person_nhs_number", "nhs_number", postgresql_where="nhs_number IS NOT NULL"),
        Index("ix_person_upn", "upn", postgresql_where="upn IS NOT NULL"),
        Index("ix_person_uln", "uln", postgresql_where="uln IS NOT NULL"),
        Index("ix_person_unattached", "added_by", postgresql_where="unattached"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    kind: str = words()
    given_name: str = words()
    family_name: str = words()
    birth_date: dt.date | None = Field(default=None)
    expected_on: dt.date | None = Field(default=None)
    sex: str = words()
    ethnicity: str | None = words(default=None)
    nhs_number: str | None = words(default=None)
    upn: str | None = words(default=None)
    uln: str | None = words(default=None)
    died_on: dt.date | None = Field(default=None)
    ehc_plan_on: dt.date | None = Field(default=None)
    added_by: UUID = key_to("practitioner")
    unattached: bool
    in_error_at: dt.datetime | None = moment(default=None)


PERSON = table_of(PersonRow)
