"""Waits: what a case waits for inside a state, each with a clock of its own."""
