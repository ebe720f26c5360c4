"""The table of the council: one row."""

from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, table_of, words


class CouncilRow(Base, table=True):
    """Whose service this is. Its version is also that of its settings: two people never change them at once."""

    __tablename__ = "council"
    __table_args__ = (
        UniqueConstraint("only"),
        CheckConstraint('"only"', name="only_one"),
        *filled("name"),
        CheckConstraint("code ~ '^[0-9]{3}$'", name="code_of_three_digits"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    only: bool = Field(default=True, sa_type=Boolean)
    name: str = words()
    code: str = words()


COUNCIL = table_of(CouncilRow)
says("uq_council_only", ErrorCode.REFUSED, "This database holds a council already. Its administrators add everybody else.")
