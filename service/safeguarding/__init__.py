"""Safeguarding checks: whether a child would be at risk without this help, and what is done about it."""
