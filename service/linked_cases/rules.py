"""When a request is a re-referral, and what can be changed of a decision about a brother or sister. Pure."""

MONTHS = 12
"""A request that comes within so many months of the end of the case before, the anniversary included, is a re-referral."""

ADMINISTRATIVE = ("DUPLICATE", "OPENED_IN_ERROR")
"""Reasons for ending after which there was no case to come back to."""

EDITABLE = ("answer", "reason")
ALWAYS_FILLED = {"answer": "answer", "reason": "reason"}
