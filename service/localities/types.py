"""The contract of localities."""

from graphene import String

from service.localities.rows import LOCALITY
from service.nodes import Node
from service.reading import Entity, GlobalId


class Locality(Entity, table=LOCALITY, record=None, interfaces=[Node]):
    """A part of the council's area, with teams of its own."""

    id = GlobalId("locality")
    name = String(required=True, description="What the council calls it.")
