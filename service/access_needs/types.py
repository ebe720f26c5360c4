"""The contract of access needs."""

from graphene import Boolean, Int, String

from service.access_needs.rows import holds_now
from service.access_needs.tables import ACCESS_NEEDS
from service.entered_in_error.types import IN_ERROR_SAID, mark_of
from service.nodes import Node
from service.practitioners.types import Practitioner
from service.reading import Entity, Expr, GlobalId, One
from service.scalars import Date, DateTime


class AccessNeeds(Entity, table=ACCESS_NEEDS, part_of="person", interfaces=[Node]):
    """What somebody needs in order to take part, as it was said on one day."""

    id = GlobalId("accessneeds")
    language = String(description="The language that they use, as they name it; null when nothing is recorded.")
    interpreter_needed = Boolean(required=True, description="Whether they need an interpreter in that language, a signed one among them.")
    communication = String(description="What they need to follow and to be followed: easy read, large print, time, somebody they trust.")
    physical_access = String(description="What they need to get in and around: a ramp, a lift, a quiet room, a time of day.")
    noted_on = Date(required=True, description="The day from which it is known.")
    holds_now = Expr(
        Boolean,
        holds_now,
        required=True,
        never_null=True,
        description="Whether nothing newer was recorded, and it is not wrong.",
    )
    recorded_by = One(Practitioner, description="Who recorded it.")
    recorded_at = DateTime(required=True, description="When they did.")
    replaced_at = DateTime(description="When it was recorded anew; null while it holds.")
    revision = Int(required=True, description="How often it has been written, from 1; sent back when it is amended.")
    in_error_at = DateTime(description=IN_ERROR_SAID)
    error_mark = mark_of("accessneeds")
    person = One("service.people.types.Person", description="Whose needs they are.")
