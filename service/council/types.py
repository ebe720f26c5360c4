"""The contract of the council."""

from graphene import Boolean, Int, String

from service.council.rows import COUNCIL
from service.reading import Entity, GlobalId


class Council(Entity, table=COUNCIL, record=None):
    """Whose service this is, and which days it works."""

    id = GlobalId("council")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="The council's name.")
    code = String(required=True, description="Its three-digit code in the national list of local authorities.")
    entry_day_counts = Boolean(required=True, description="Whether the day on which a stay begins counts as its first working day.")
