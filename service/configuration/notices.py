"""The occasions on which somebody is told something, and who can be told. Pure: what is sent, and how, is said elsewhere."""

from collections.abc import Mapping
from typing import NamedTuple

RECIPIENTS: Mapping[str, str] = {
    "worker": "the allocated worker",
    "lead": "the lead professional",
    "author": "the author of the assessment",
    "requester": "who asked for help",
    "team": "everybody of the team",
    "triage": "the triage team",
    "team_manager": "the team manager",
    "service_manager": "the service manager",
}


class Notice(NamedTuple):
    """An occasion: what it is called, who is told by default, and how many days before, for what comes with notice."""

    title: str
    told: tuple[str, ...]
    days_before: int | None = None


NOTICES: Mapping[str, Notice] = {
    "due_soon": Notice("A stay is due soon", ("worker",), 2),
    "overdue": Notice("A stay is overdue", ("worker", "team_manager")),
    "wait_overdue": Notice("A wait inside a state is overdue", ("worker", "team_manager")),
    "review_due": Notice("A review is due", ("lead",), 10),
    "pause_ending": Notice("A pause is about to end", ("worker", "lead"), 5),
    "agreement_ending": Notice("An agreement is about to end", ("worker", "lead"), 20),
    "requested": Notice("A request for help came in", ("triage",)),
    "allocated": Notice("A case was allocated", ("worker",)),
    "submitted": Notice("An assessment was sent for sign-off", ("team_manager",)),
    "returned": Notice("An assessment was returned for changes", ("worker", "author")),
    "escalated": Notice("Social care was told about a risk", ("team_manager",)),
    "decided": Notice("Social care decided on a concern", ("worker", "lead", "team_manager")),
    "lead_missing": Notice("A case has no lead professional", ("worker", "team_manager")),
    "closed": Notice("A case ended", ("requester",)),
}
