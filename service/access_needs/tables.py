"""The table of access needs."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words


class AccessNeedsRow(Base, table=True):
    """What a person needed from one day on, until it was said anew: the statements before stay as they were."""

    __tablename__ = "access_needs"
    __table_args__ = (
        *filled("language", most=100),
        *filled("communication", "physical_access", most=20_000),
        *sane_dates("noted_on"),
        *sane("recorded_at", "replaced_at", "in_error_at"),
        CheckConstraint("num_nonnulls(language, communication, physical_access) > 0", name="something_said"),
        CheckConstraint("NOT interpreter_needed OR language IS NOT NULL", name="language_of_the_interpreter"),
        CheckConstraint("replaced_at >= recorded_at", name="replaced_after_it_was_said"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_access_needs_person_id", "person_id", "noted_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    person_id: UUID = key_to("person")
    language: str | None = words(default=None)
    interpreter_needed: bool
    communication: str | None = words(default=None)
    physical_access: str | None = words(default=None)
    noted_on: dt.date
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    replaced_at: dt.datetime | None = moment(default=None)
    revision: int
    in_error_at: dt.datetime | None = moment(default=None)


ACCESS_NEEDS = table_of(AccessNeedsRow)
