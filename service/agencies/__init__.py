"""Agencies: the council's early help, schools, health, the police and all who work with families."""
