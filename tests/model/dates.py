"""How far ahead a date may lie, and when a stay is due, in plain words."""

import datetime as dt

from tests.model.answering import SIX_WEEKS
from tests.model.days import DAY, after_working_days, day_of, midnight_after
from tests.model.table import FINAL, WORKING_DAYS

TWELVE_WEEKS = 84 * DAY


def cap(state: str, trigger: str) -> dt.timedelta:
    """Return how far ahead a date may lie: six weeks for a pause and a first cycle, then twelve."""
    return SIX_WEEKS if state == "paused" or trigger == "start_plan" else TWELVE_WEEKS


def due(state: str, trigger: str, now: dt.datetime, chosen: dt.date | None, left: int | None) -> dt.datetime | None:
    """Return when a stay is due that begins now; `left`: with so many working days left, as when it was paused."""
    today = day_of(now)
    if state in FINAL:
        return None
    if left is not None and not (chosen and state == "plan_active"):
        return midnight_after(after_working_days(today, max(left, 1)))
    if state in ("plan_active", "paused"):
        limit = today + cap(state, trigger)
        return midnight_after(min(chosen, limit) if chosen else limit)
    return midnight_after(after_working_days(today, 3 if trigger == "return_assessment" else WORKING_DAYS[state]))
