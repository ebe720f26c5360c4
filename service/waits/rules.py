"""What each wait is called, on whom it is, and how many working days it has. Pure."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from service.deadlines.rules import Calendar, due_at
from workflows.kit import Clock, Level


@dataclass(frozen=True, slots=True)
class Clocked:
    """A kind of wait: what it is called, on whom it is, and its clock in working days."""

    title: str
    on: str
    days: int


KINDS: Mapping[str, Clocked] = {
    "involvement_answer": Clocked("Agency asked what it knows", "partner", 2),
    "social_care_decision": Clocked("Social care deciding on a concern", "partner", 1),
    "social_care_handover": Clocked("Step-down: social care's case still open", "partner", 20),
    "receiving_council": Clocked("Other council asked to take the family", "partner", 10),
    "closure_agreement": Clocked("Closure proposed; manager to agree", "manager", 3),
    "threshold_approval": Clocked("Threshold decision to be approved", "manager", 1),
    "referrer_to_be_told": Clocked("Referrer to be told", "us", 5),
    "lead_to_be_agreed": Clocked("No lead professional", "us", 5),
}
"""One working day for the answer to a referral is national (Working Together); the others are defaults."""


def due(kind: str, *, since: dt.datetime, calendar: Calendar) -> dt.datetime:
    """Return when a wait is due that begins at an instant."""
    found = due_at(Level(Clock.WORKING_DAYS, KINDS[kind].days), entered=since, trigger=kind, calendar=calendar)
    assert found
    return found
