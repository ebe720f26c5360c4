"""A safeguarding check: whether a child would be at risk without this help; it counts for five working days."""

import datetime as dt
from typing import Any

from service.safeguarding.facts import safeguarding_check
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

CHECK = "safeguardingCheck { id atRisk checkedOn countsUntil checkedBy { name } }"


def day(ago: int) -> str:
    return (dt.date.today() - dt.timedelta(days=ago)).isoformat()


def check(family: Family, **more: Any) -> dict[str, Any]:
    return {"caseId": family.case, "atRisk": "NO", "risk": "Grandparents look in.", "done": "School watches.", **more}


def test_a_check_of_today_counts_and_one_of_a_month_ago_does_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    api.do("worker", "recordSafeguardingCheck", CHECK, **check(family, checkedOn=day(30)))
    assert fact(family, safeguarding_check) is False

    found = api.do("worker", "recordSafeguardingCheck", CHECK, **check(family))

    assert (found["checkedOn"], found["checkedBy"]["name"]) == (day(0), "Priya Nair")
    assert fact(family, safeguarding_check) is True
    assert api.events("case", family.case)[-1] == "SafeguardingChecked"


def test_refuses_a_day_that_has_not_come_and_who_may_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    [ahead] = api.refused("worker", "recordSafeguardingCheck", CHECK, **check(family, checkedOn=day(-2)))
    assert (ahead["code"], ahead["path"]) == ("BAD_USER_INPUT", ["checkedOn"])
    assert [each["code"] for each in api.refused("colleague", "recordSafeguardingCheck", CHECK, **check(family))] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "recordSafeguardingCheck", CHECK, **check(family))] == ["NOT_FOUND"]
