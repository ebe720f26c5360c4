"""What a safeguarding check must say, and until when it counts. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.deadlines.rules import Calendar, end_of, working_day
from service.errors import ErrorCode, Problem

COUNTS = 5
"""For how many working days after its day a check counts."""

EDITABLE = ("at_risk", "risk", "done", "checked_on")
ALWAYS_FILLED = {"at_risk": "atRisk", "risk": "risk", "done": "done", "checked_on": "checkedOn"}


def counts_until(checked_on: dt.date, calendar: Calendar) -> dt.datetime:
    """Return the instant from which a check no longer counts: the end, in London, of the fifth working day after it."""
    return end_of(working_day(COUNTS, after=checked_on, calendar=calendar))


def problems(check: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in a check."""
    if check["checked_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("checkedOn",))
