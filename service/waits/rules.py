"""When a wait is due. Pure."""

import datetime as dt

from service.configuration.in_force import InForce
from service.deadlines.rules import due_at
from workflows.kit import Clock, Level


def due(kind: str, *, since: dt.datetime, settings: InForce) -> dt.datetime:
    """Return when a wait is due that begins at an instant, by what the council has set."""
    found = due_at(Level(Clock.WORKING_DAYS, settings.wait_days(kind)), entered=since, trigger=kind, calendar=settings.calendar)
    assert found
    return found
