"""Visits: one row for each stay of a case in a state."""
