"""The facts that guards and clocks take from the council's settings, each as it flips."""

import asyncio
from typing import Any

import asyncpg
from sqlalchemy import func, select

from service.cases.tables import CASE
from service.configuration import facts
from service.journal.statements import statement
from tests.functional.api import Api
from tests.functional.configuring import bring_into_force, put
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.recording import pause

NOW = func.clock_timestamp()
FACTS = {
    "first": facts.number_set("reviews.first", CASE, NOW),
    "level": facts.number_set("service_levels.limit", CASE, NOW, "early-help/assessing"),
    "settings": facts.settings(CASE, NOW),
    "pauses": facts.pauses_begun(CASE, NOW),
}
ASKED = statement("facts of settings in a test", select(*(fact.label(name) for name, fact in FACTS.items())))


def found(api: Api) -> dict[str, Any]:
    async def run() -> Any:
        connection = await asyncpg.connect(api.url)
        row = await connection.fetchrow(ASKED.sql)
        await connection.close()
        return row

    return dict(asyncio.run(run()))


def test_a_number_that_is_set_holds_from_its_time_on_the_localitys_own_first(api: Api, family: Family) -> None:
    family.requested()
    seen = [found(api)["first"]]
    plan = put(api, "reviews.first", number=4, ahead=5)
    seen.append(found(api)["first"])
    bring_into_force(api, plan["id"])
    seen.append(found(api)["first"])
    put(api, "reviews.first", number=8, localityId=gid("locality", "South"))
    seen.append(found(api)["first"])
    put(api, "reviews.first", number=3, localityId=gid("locality", "North"))
    seen.append(found(api)["first"])
    put(api, "reviews.first", useDefault=True, localityId=gid("locality", "North"))
    seen.append(found(api)["first"])

    assert seen == [None, None, 4, 4, 3, 4]


def test_a_number_about_one_thing_is_told_apart(api: Api, family: Family) -> None:
    family.requested()
    put(api, "service_levels.limit", about="early-help/triage", number=4)
    before = found(api)["level"]
    put(api, "service_levels.limit", about="early-help/assessing", number=15)

    assert (before, found(api)["level"]) == (None, 15)


def test_what_was_withdrawn_never_counts(api: Api, family: Family) -> None:
    family.requested()
    plan = put(api, "reviews.first", number=4, ahead=5)
    given = {"settingId": plan["id"], "expectedVersion": 2, "reason": "No longer."}
    api.do("administrator", "withdrawSetting", "setting { id }", **given)

    assert (found(api)["first"], found(api)["settings"]) == (None, "[]")


def test_pauses_are_counted(api: Api, family: Family) -> None:
    family.assessing()
    before = found(api)["pauses"]

    pause(family)

    assert (before, found(api)["pauses"]) == (0, 1)
