"""What can be changed of a decision about a possible duplicate. Pure."""

EDITABLE = ("same", "reason")
ALWAYS_FILLED = {"same": "same", "reason": "reason"}
BEGINNING = 3
"""How many letters of a given name have to be the same, beside the family name and the date of birth."""
