"""What the council has set, and what of it is in force: its settings, in plain Python over plain dicts."""

import datetime as dt
import json
from typing import Any
from uuid import UUID

from tests.model.sight import Row, Rows


def begun(rows: Rows, at: dt.datetime) -> list[Row]:
    """Return what was set and had come into force by an instant, the latest last; what was withdrawn never did."""
    found = [row for row in rows["setting"] if row["withdrawn_at"] is None and row["in_force_at"] <= at]
    return sorted(found, key=lambda row: row["in_force_at"])


def in_force(rows: Rows, at: dt.datetime, locality: UUID | None = None) -> list[list[Any]]:
    """Return what is in force in a place: the setting, its subject, whether it is the locality's own, and the value."""
    here = [row for row in begun(rows, at) if row["locality_id"] in (None, locality)]
    latest = {(row["name"], row["about"], row["locality_id"] is not None): value_of(row) for row in here}
    return [[*key, value] for key, value in latest.items()]


def held(rows: Rows, name: str, at: dt.datetime, locality: UUID | None = None) -> Any:
    """Return the value of a setting without subjects: the locality's own, or the council's; None where nothing is set."""
    found = {is_local: value for each, _, is_local, value in in_force(rows, at, locality) if each == name}
    own = found.get(True)
    return found.get(False) if own is None else own


def history(rows: Rows) -> list[Row]:
    """Return everything that was set and not withdrawn, as the service reads it."""
    said = ("id", "name", "about", "locality_id", "in_force_at", "value")
    return [
        {name: value_of(row) if name == "value" else as_json(row[name]) for name in said}
        for row in rows["setting"]
        if row["withdrawn_at"] is None
    ]


def value_of(setting: Row) -> Any:
    """Return the value of a setting; None where it is left to what is wider."""
    return setting["value"] and json.loads(setting["value"])


def as_json(value: Any) -> Any:
    """Spell a key or an instant."""
    if isinstance(value, dt.datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
