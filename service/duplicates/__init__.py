"""Possible duplicates of a child's record, and what was decided about each."""
