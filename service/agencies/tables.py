"""The table of agencies."""

from enum import StrEnum, auto
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, one_of, table_of, words


class AgencyKind(StrEnum):
    """What kind of agency works with the family."""

    EARLY_HELP = auto()
    EDUCATION = auto()
    HEALTH = auto()
    POLICE = auto()
    HOUSING = auto()
    SOCIAL_CARE = auto()
    VOLUNTARY = auto()
    OTHER = auto()


class AgencyRow(Base, table=True):
    """An agency that works with families."""

    __tablename__ = "agency"
    __table_args__ = (UniqueConstraint("name"), *filled("name", "phone"), one_of("kind", AgencyKind))
    id: UUID = Field(primary_key=True)
    version: int
    name: str = words()
    kind: str = words()
    phone: str | None = words(default=None)


AGENCY = table_of(AgencyRow)
says("uq_agency_name", ErrorCode.DUPLICATE, "There is already an agency of this name.", "name")
