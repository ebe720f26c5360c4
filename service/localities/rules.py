"""What can be changed of a locality. Pure."""

ALWAYS_FILLED = {"name": "name"}
EDITABLE = ("name",)
