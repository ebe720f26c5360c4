"""The team around the family: the practitioners who work with it."""
