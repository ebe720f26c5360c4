"""Deadlines: when a stay is due, by the council's working days or by the calendar."""
