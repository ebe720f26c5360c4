"""Assessments: one for each round of a case, written section by section on a form, submitted, and signed off by somebody else."""
