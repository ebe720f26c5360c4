"""Households: who lives together, or belongs together."""
