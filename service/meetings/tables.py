"""The tables of meetings."""

import datetime as dt
from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from service.journal.tables import Base, filled, key_to, moment, one_of, sane, sane_dates, table_of, words


class Presence(StrEnum):
    """What became of an invitation to a meeting."""

    ATTENDED = auto()
    APOLOGIES = auto()
    ABSENT = auto()


class MeetingRow(Base, table=True):
    """A meeting of the team around the family. The actions that it agreed stand in the plan and name it."""

    __tablename__ = "meeting"
    __table_args__ = (
        *filled("family_views", "decisions", most=20_000),
        *sane_dates("held_on", "next_review_on"),
        *sane("recorded_at"),
        CheckConstraint("revision >= 1", name="revision_from_one"),
        Index("ix_meeting_case_id", "case_id", "held_on", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    held_on: dt.date
    family_views: str | None = words(default=None)
    decisions: str = words()
    next_review_on: dt.date | None = Field(default=None)
    lead_id: UUID | None = key_to("lead_professional", default=None)
    recorded_by: UUID = key_to("practitioner")
    recorded_at: dt.datetime = moment()
    revision: int


class PractitionerInvitedRow(Base, table=True):
    """A practitioner who was invited to a meeting, and whether they came."""

    __tablename__ = "meeting_practitioner"
    __table_args__ = (one_of("presence", Presence),)
    meeting_id: UUID = key_to("meeting", primary_key=True)
    practitioner_id: UUID = key_to("practitioner", primary_key=True)
    presence: str = words()


class PersonInvitedRow(Base, table=True):
    """Somebody of the family who was invited to a meeting, and whether they came."""

    __tablename__ = "meeting_person"
    __table_args__ = (one_of("presence", Presence),)
    meeting_id: UUID = key_to("meeting", primary_key=True)
    person_id: UUID = key_to("person", primary_key=True)
    presence: str = words()


MEETING, TEAM_INVITED, FAMILY_INVITED = table_of(MeetingRow), table_of(PractitionerInvitedRow), table_of(PersonInvitedRow)
