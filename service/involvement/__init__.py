"""Involvement checks: whether somebody is already helping the children of a case."""
