"""What can be changed of a team. Pure."""

ALWAYS_FILLED = {"agency_id": "agencyId", "name": "name", "triages": "triages"}
EDITABLE = (*ALWAYS_FILLED, "locality_id")
