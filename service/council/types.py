"""The contract of the council."""

from typing import Any

from graphene import Boolean, Int, List, NonNull, ObjectType, String
from sqlalchemy import Date as SqlDate
from sqlalchemy import false, func, literal_column, type_coerce

from service.configuration.facts import value_set
from service.configuration.tables import SETTING
from service.council.rows import COUNCIL
from service.reading import Entity, Expr, GlobalId, One, Opening
from service.scalars import Date


def entry_day_counts() -> Any:
    """Tell whether the day of entry counts, as it is set now; null where nothing is set."""
    return value_set("calendar.day_of_entry_is_day_one", func.clock_timestamp()) == literal_column("'true'::jsonb")


def closed_on() -> Any:
    """Write the days on which the council is closed, as they are set now; null where nothing is set."""
    return value_set("calendar.extra_closed_days", func.clock_timestamp())


class Council(Entity, table=COUNCIL, record=None):
    """Whose service this is, and which days it works."""

    id = GlobalId("council")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="The council's name.")
    code = String(required=True, description="Its three-digit code in the national list of local authorities.")
    entry_day_counts = Expr(
        Boolean,
        Opening(lambda _council: func.coalesce(entry_day_counts(), false()), SETTING),
        required=True,
        never_null=True,
        description="Whether the day on which a stay begins counts as its first working day.",
    )
    closed_on = Expr(
        List(NonNull(Date)),
        Opening(lambda _council: type_coerce(func.coalesce(closed_on(), literal_column("'[]'::jsonb")), SqlDate()), SETTING),
        required=True,
        never_null=True,
        description="The days on which it is closed beside weekends and bank holidays, in order.",
    )


class Queries(ObjectType):
    """What can be asked about the council."""

    council = One(Council, description="The council whose service this is.")
