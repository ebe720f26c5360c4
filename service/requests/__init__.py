"""Requests for help: who asked, for whom, and why. Each opens a case at once."""
