"""The contract of the council."""

from graphene import Boolean, Int, List, NonNull, ObjectType, String
from sqlalchemy import Date as SqlDate
from sqlalchemy import func

from service.council.rows import COUNCIL
from service.reading import Entity, Expr, GlobalId, One
from service.scalars import Date


class Council(Entity, table=COUNCIL, record=None):
    """Whose service this is, and which days it works."""

    id = GlobalId("council")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="The council's name.")
    code = String(required=True, description="Its three-digit code in the national list of local authorities.")
    entry_day_counts = Boolean(required=True, description="Whether the day on which a stay begins counts as its first working day.")
    closed_on = Expr(
        List(NonNull(Date)),
        lambda council: func.array_to_json(council.c.closed_on, type_=SqlDate()),
        required=True,
        never_null=True,
        description="The days on which it is closed beside weekends and bank holidays, in order.",
    )


class Queries(ObjectType):
    """What can be asked about the council."""

    council = One(Council, description="The council whose service this is.")
