"""The table of the council: one row."""

import datetime as dt
from uuid import UUID

from sqlalchemy import ARRAY, Boolean, CheckConstraint, Date, UniqueConstraint
from sqlmodel import Field

from service.errors import ErrorCode
from service.journal.constraints import says
from service.journal.tables import Base, filled, table_of, words


class CouncilRow(Base, table=True):
    """Whose service this is. `closed_on` are closure days beside weekends and bank holidays."""

    __tablename__ = "council"
    __table_args__ = (
        UniqueConstraint("only"),
        CheckConstraint('"only"', name="only_one"),
        *filled("name"),
        CheckConstraint("code ~ '^[0-9]{3}$'", name="code_of_three_digits"),
        CheckConstraint("cardinality(closed_on) <= 200", name="closed_on_few"),
    )
    id: UUID = Field(primary_key=True)
    version: int
    only: bool = Field(default=True, sa_type=Boolean)
    name: str = words()
    code: str = words()
    entry_day_counts: bool
    closed_on: list[dt.date] = Field(sa_type=ARRAY(Date))


COUNCIL = table_of(CouncilRow)
says("uq_council_only", ErrorCode.REFUSED, "This database holds a council already. Its administrators add everybody else.")
