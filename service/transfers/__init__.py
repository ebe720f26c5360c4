"""Transfers to another council: the family's answer, the offer, and what the other council answered."""
