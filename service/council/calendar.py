"""The council's calendar, as statements read it and as clocks count with it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from service.council.tables import COUNCIL
from service.deadlines.rules import Calendar
from service.journal.statements import constant


def calendar() -> Any:
    """Write the council's calendar as JSON."""
    row = func.json_build_object(constant("closed"), COUNCIL.c.closed_on, constant("entry_day_counts"), COUNCIL.c.entry_day_counts)
    return select(row).scalar_subquery()


def read_calendar(said: Mapping[str, Any]) -> Calendar:
    """Read the council's calendar."""
    return Calendar(frozenset(map(dt.date.fromisoformat, said["closed"])), said["entry_day_counts"])
