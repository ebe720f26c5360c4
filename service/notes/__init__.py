"""Dated case notes: what happened, who was seen, and what the child said."""
