"""Practitioners, and the roles to which they are appointed."""
