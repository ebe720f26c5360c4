"""The mutations of agencies."""

from service.agencies import actions
from service.agencies.types import Agency, Kind
from service.changing import Change, Number, OneOf, RecordId, Text


class AddAgency(Change, action=actions.add_agency, answers=Agency):
    """Add an organisation whose practitioners work with families."""

    name = Text("What it is called; no other agency has this name.", required=True)
    kind = OneOf(Kind, "What kind of organisation it is.", required=True)
    phone = Text("Where it can be rung.")


class AmendAgency(Change, action=actions.amend_agency, answers=Agency, amends=True):
    """Correct what is known of an agency. What is left out stays as it is."""

    agency_id = RecordId("agency", "The agency to change, by its id.", required=True)
    expected_version = Number("The version of it that you read.", required=True)
    name = Text("What it is called; no other agency has this name.")
    kind = OneOf(Kind, "What kind of organisation it is.")
    phone = Text("Where it can be rung; null removes the number.")


MUTATIONS: tuple[type[Change], ...] = (AddAgency, AmendAgency)
