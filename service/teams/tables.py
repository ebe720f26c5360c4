"""The table of teams."""

from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, key_to, table_of, words


class TeamRow(Base, table=True):
    """A team of an agency, in one locality or (without one) for the whole council. `triages`: requests come to it first."""

    __tablename__ = "team"
    __table_args__ = (
        UniqueConstraint("name"),
        *filled("name"),
        # Two triage teams of one locality would leave it open whose a request is.
        Index("uq_team_triage_of_locality", "locality_id", unique=True, postgresql_where="triages", postgresql_nulls_not_distinct=True),
    )
    id: UUID = Field(primary_key=True)
    version: int
    agency_id: UUID = key_to("agency")
    locality_id: UUID | None = key_to("locality", default=None)
    name: str = words()
    triages: bool


TEAM = table_of(TeamRow)
says("uq_team_name", ErrorCode.DUPLICATE, "There is already a team of this name.", "name")
says("uq_team_triage_of_locality", ErrorCode.DUPLICATE, "This locality already has a team that triages its requests.", "triages")
says("fk_team_agency_id", ErrorCode.NOT_FOUND, "There is no agency by this id.", "agencyId")
says("fk_team_locality_id", ErrorCode.NOT_FOUND, "There is no locality by this id.", "localityId")
