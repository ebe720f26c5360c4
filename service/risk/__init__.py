"""The simple risk tool: the same things thought of each time, and no score."""
