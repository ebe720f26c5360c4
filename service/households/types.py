"""The contract of households."""

from graphene import Int, String

from service.households.rows import visible_households  # noqa: F401  (registers the predicate)
from service.households.tables import HOUSEHOLD, MEMBER, MemberRole
from service.nodes import Node
from service.people.types import Person
from service.reading import Entity, GlobalId, Many, One
from service.scalars import DateTime
from service.words import enumeration

Part = enumeration(
    MemberRole,
    CHILD="A child or young person of the family, born or expected.",
    PARENT_OR_CARER="A parent, or somebody who cares for the children as one.",
    SIBLING_ADULT="A grown-up brother or sister.",
    GRANDPARENT="A grandparent of the children.",
    OTHER_ADULT="Another adult who lives there.",
)


class Household(Entity, table=HOUSEHOLD, record="household", interfaces=[Node]):
    """People who live together as a family."""

    id = GlobalId("household")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="The name that the family uses.")
    address = String(description="Where they live.")
    members = Many(
        lambda: HouseholdMember, order=["joined_at", "id"], description="Who belongs to it, those who left among them, by when they joined."
    )


class HouseholdMember(Entity, table=MEMBER, part_of="household"):
    """Somebody's time in a household."""

    id = GlobalId("member")
    role = Part(required=True, description="What they are in it.")
    person = One(Person, description="Who it is.")
    joined_at = DateTime(required=True, description="Since when they belong to it.")
    left_at = DateTime(description="When they left; null while they belong to it.")
