"""Reviews of a plan: what the child and the family say, how each outcome went, and whether the plan goes on."""
