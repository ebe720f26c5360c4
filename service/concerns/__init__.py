"""Concerns sent to children's social care, and what social care decided."""
