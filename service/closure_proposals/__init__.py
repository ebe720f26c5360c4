"""Proposals to close a case, which a manager who did not make them answers."""
