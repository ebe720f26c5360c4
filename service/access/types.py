"""The contract of who is asking."""

from graphene import ID, List, NonNull, ObjectType, String

from service.access.actor import Actor


class Viewer(ObjectType):
    """Whoever is asking, as they signed in."""

    id = ID(required=True, description="Their id as a practitioner.")
    name = String(required=True, description="Their name.")
    roles = List(
        NonNull(String), required=True, description="The roles that they signed in with; what these allow is judged anew each time."
    )
    purpose = String(required=True, description="The purpose that their reading and writing is traced with.")

    @classmethod
    def of(cls, actor: Actor) -> "Viewer":
        """Describe an actor."""
        return cls(id=f"practitioner_{actor.id}", name=actor.name, roles=sorted(actor.roles), purpose=actor.purpose)
