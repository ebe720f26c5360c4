"""The table of the team around the family."""

import datetime as dt
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, moment, sane, table_of, words


class TeamMemberRow(Base, table=True):
    """A practitioner's time on the team around a family."""

    __tablename__ = "team_member"
    __table_args__ = (
        *filled("part"),
        *sane("joined_at", "left_at"),
        CheckConstraint("left_at >= joined_at", name="leaves_after_joining"),
        Index("uq_team_member_now", "practitioner_id", "case_id", unique=True, postgresql_where=text("left_at IS NULL")),
        Index("ix_team_member_case_id", "case_id", "joined_at", "id"),
    )
    id: UUID = Field(primary_key=True)
    case_id: UUID = key_to("cases")
    practitioner_id: UUID = key_to("practitioner")
    part: str = words()
    joined_at: dt.datetime = moment()
    left_at: dt.datetime | None = moment(default=None)


TEAM_MEMBER = table_of(TeamMemberRow)
says("uq_team_member_now", ErrorCode.ALREADY_DONE, "They are already on the team around this family.", "practitionerId")
says("fk_team_member_practitioner_id", ErrorCode.NOT_FOUND, "There is no practitioner by this id.", "practitionerId")
