"""Contacts: attempts to reach the family, and what the person who asked for help was told."""
