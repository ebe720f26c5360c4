"""The mutations of localities."""

from service.changing import Change, Number, RecordId, Text
from service.localities import actions
from service.localities.types import Locality


class AddLocality(Change, action=actions.add_locality, answers=Locality):
    """Add a part of the council's area."""

    name = Text("What the council calls it; no other locality has this name.", required=True)


class AmendLocality(Change, action=actions.amend_locality, answers=Locality, amends=True):
    """Correct what the council calls a locality."""

    locality_id = RecordId("locality", "The locality to change, by its id.", required=True)
    expected_version = Number("The version of it that you read.", required=True)
    name = Text("What the council calls it; no other locality has this name.")


MUTATIONS: tuple[type[Change], ...] = (AddLocality, AmendLocality)
