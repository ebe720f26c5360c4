"""The contract of localities."""

from graphene import Int, ObjectType, String

from service.localities.rows import LOCALITY
from service.nodes import Node
from service.reading import Connection, Entity, Filter, GlobalId, Where, holding


class Locality(Entity, table=LOCALITY, record=None, interfaces=[Node]):
    """A part of the council's area, with teams of its own."""

    id = GlobalId("locality")
    version = Int(required=True, description="How often the record has been changed, from 1; sent back with a change.")
    name = String(required=True, description="What the council calls it.")


class LocalityWhere(Where):
    """Which localities are wanted; everything that is given must hold."""

    text = Filter(String, holding("name"), description="Those whose name holds this, in any case of letters.")


class Queries(ObjectType):
    """What can be asked about localities."""

    localities = Connection(
        Locality,
        order=["name", "id"],
        where=Filter(LocalityWhere, description="Which of them are wanted."),
        description="The parts of the council's area, by name.",
    )
