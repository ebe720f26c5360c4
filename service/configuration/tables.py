"""The table of settings."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from service.configuration.rules import TAKEN
from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, sane_dates, table_of, words


class SettingRow(Base, table=True):
    """A value that the council set, or plans to set, from a day on. It holds until the next one of its kind begins.

    `in_force_at` is the beginning of the day, London time, or the instant of the change where that day was under way. `about` is the
    subject, where the setting has one. A null `value` leaves it, from then on, to what is wider: the council's own or the published
    default. A change that was withdrawn was never in force.
    """

    __tablename__ = "setting"
    __table_args__ = (
        *filled("name", "about"),
        *filled("reason", "withdrawn_reason", most=20_000),
        *sane("in_force_at", "set_at", "withdrawn_at"),
        *sane_dates("valid_from"),
        CheckConstraint("in_force_at >= set_at", name="never_before_it_was_set"),
        CheckConstraint("withdrawn_at < in_force_at", name="withdrawn_before_its_day"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="who_withdrew"),
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_reason IS NULL)", name="why_withdrawn"),
        Index(
            "uq_setting_one_at_a_time",
            *("name", "about", "locality_id", "in_force_at"),
            unique=True,
            postgresql_nulls_not_distinct=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index("ix_setting_locality_id", "locality_id"),
    )
    id: UUID = Field(primary_key=True)
    name: str = words()
    about: str | None = words(default=None)
    locality_id: UUID | None = key_to("locality", default=None)
    valid_from: dt.date
    in_force_at: dt.datetime = moment()
    value: Any = Field(default=None, sa_type=JSONB, nullable=True)
    reason: str = words()
    set_by: UUID = key_to("practitioner")
    set_at: dt.datetime = moment()
    revision: int
    withdrawn_by: UUID | None = key_to("practitioner", default=None)
    withdrawn_at: dt.datetime | None = moment(default=None)
    withdrawn_reason: str | None = words(default=None)


SETTING = table_of(SettingRow)
says("uq_setting_one_at_a_time", ErrorCode.DUPLICATE, TAKEN, "validFrom")
