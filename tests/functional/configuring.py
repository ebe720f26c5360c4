"""The council's settings for tests: set, planned, brought into force, and what is in force."""

import datetime as dt
from typing import Any

from service.deadlines.rules import day_in_london
from tests.functional.api import Api

SETTING = """setting {
    id configurationVersion name about locality { name } validFrom inForceAt isPlanned number flag text words days inWords
    reason setBy { name } revision withdrawnAt withdrawnReason withdrawnBy { name }
}"""
WHY = "Agreed by the partnership board."
ASSESSING: dict[str, Any] = {"name": "service_levels.limit", "about": "early-help/assessing"}


def today() -> dt.date:
    """Return today's date in London."""
    return day_in_london(dt.datetime.now(dt.UTC))


def day(ahead: int) -> str:
    """Return a date so many days ahead, as the contract spells it."""
    return (today() + dt.timedelta(days=ahead)).isoformat()


def version(api: Api) -> int:
    """Return the version of the council's record."""
    [row] = api.sql("SELECT version FROM council")
    return int(row["version"])


def put(api: Api, name: str, *, about: str | None = None, ahead: int = 0, **value: Any) -> dict[str, Any]:
    """Set a value from a day, as an administrator."""
    given = {"name": name, "validFrom": day(ahead), "reason": WHY, "expectedVersion": version(api), **value}
    return api.do("administrator", "setSetting", SETTING, **given, **({"about": about} if about else {}))


def bring_into_force(api: Api, setting: str, days_ago: int = 1) -> None:
    """Let the time of a planned value come."""
    past = "now() - make_interval(days => $2)"
    api.sql(
        f"UPDATE setting SET set_at = {past}, in_force_at = {past}, valid_from = ({past})::date WHERE 'setting_' || id = $1",
        setting,
        days_ago,
    )


def rows(api: Api) -> int:
    """Count the values that were ever set."""
    return len(api.sql("SELECT id FROM setting"))
