"""Localities: the parts of the council's area, each with its teams."""
