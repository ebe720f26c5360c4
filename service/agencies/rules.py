"""What can be changed of an agency. Pure."""

ALWAYS_FILLED = {"name": "name", "kind": "kind"}
EDITABLE = (*ALWAYS_FILLED, "phone")
