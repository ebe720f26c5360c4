"""The table of localities."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, table_of, words


class LocalityRow(Base, table=True):
    """A part of the council's area."""

    __tablename__ = "locality"
    __table_args__ = (UniqueConstraint("name"), *filled("name"))
    id: UUID = Field(primary_key=True)
    version: int
    name: str = words()


LOCALITY = table_of(LocalityRow)
says("uq_locality_name", ErrorCode.DUPLICATE, "There is already a locality of this name.", "name")
