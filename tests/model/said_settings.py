"""What the contract says in SQL of what the council sets, said again in Python by the names of the fields."""

import datetime as dt
from typing import Any

from tests.model.days import day_of
from tests.model.sight import Row, Rows, Sight
from tests.model.sight_settings import held, history
from tests.oracle.slow import Python

DAYS = "calendar.extra_closed_days"


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def is_planned(setting: Row) -> bool:
    """Tell whether the time of a value has not come."""
    return setting["withdrawn_at"] is None and bool(setting["in_force_at"] > now())


def told(kind: type, *, of_days: bool = False) -> Any:
    """Tell a value that is of a kind; null for any other, and for a list of days where words are asked for."""
    return lambda setting, world: setting["value"] if type(setting["value"]) is kind and (setting["name"] == DAYS) == of_days else None


def under_way(rows: Rows) -> list[dict[str, Any]]:
    """Count the open cases by how they are counted."""
    cases = {row["id"]: row for row in rows["cases"] if row["closed_at"] is None}
    stays = [row for row in rows["visit"] if row["left_at"] is None and row["case_id"] in cases]
    return [{**counted(cases[stay["case_id"]], stay), "cases": 1} for stay in stays]


def counted(case: Row, stay: Row) -> dict[str, Any]:
    """Say how a case is counted: where it stands, since which day and by which step, until which chosen date."""
    chosen = case["pause_until" if case["state"] == "paused" else "next_review_on"]
    return {
        "workflow": case["workflow"],
        "version": case["workflow_version"],
        "state": case["state"],
        "locality_id": str(case["locality_id"]),
        "entered_by": stay["entered_by"],
        "entered_on": day_of(case["entered_at"]).isoformat(),
        "chosen": chosen and chosen.isoformat(),
    }


def said_of_settings(rows: Rows) -> Python:
    """Return what is said of the settings; what is counted of the cases is told to administrators, who see none."""
    [council] = rows["council"]

    def for_roles(world: Any, found: Any, *roles: str) -> Any:
        sight = Sight(rows, world.actor)
        return found(rows) if sight.is_active() and sight.held(*roles) else None

    def localities(council: Row, world: Any) -> list[str]:
        return [str(row["id"]) for row in rows["locality"]]

    managers = ("service_manager", "team_manager")
    return {
        "Configuration.settings.history": lambda _, world: for_roles(world, history, "administrator", *managers),
        "Configuration.settings.localities": localities,
        "Configuration.changes": lambda council, setting, world: True,
        "Configuration.preview.history": lambda _, world: for_roles(world, history, "administrator"),
        "Configuration.preview.under_way": lambda _, world: for_roles(world, under_way, "administrator"),
        "Configuration.preview.localities": localities,
        "SettingWhere.isPlanned": lambda setting, given, world: given == is_planned(setting),
        "Setting.configurationVersion": lambda setting, world: council["version"],
        "Setting.isPlanned": lambda setting, world: is_planned(setting),
        "Setting.number": told(int),
        "Setting.flag": told(bool),
        "Setting.text": told(str),
        "Setting.words": told(list),
        "Setting.days": told(list, of_days=True),
        "Council.entryDayCounts": lambda council, world: bool(held(rows, "calendar.day_of_entry_is_day_one", now())),
        "Council.closedOn": lambda council, world: held(rows, DAYS, now()) or [],
    }
