"""Needs: one register for each child, of what early help has found."""
