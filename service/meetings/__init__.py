"""Meetings of the team around the family: who came, what was decided, and what goes into the plan."""
