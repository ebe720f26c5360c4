"""Withdrawing a planned value of the council's configuration, before its day."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.configuring import ASSESSING, SETTING, bring_into_force, put
from tests.functional.council import gid


def refused(api: Api, setting: str, who: str = "administrator", **given: Any) -> list[tuple[str, list[str], str | None]]:
    asked = {"settingId": setting, "expectedVersion": 2, "reason": "No longer.", **given}
    return [(each["code"], each["path"], each["reason"]) for each in api.refused(who, "withdrawSetting", SETTING, **asked)]


def withdraw(api: Api, setting: str, expected_version: int = 2) -> dict[str, Any]:
    given = {"settingId": setting, "expectedVersion": expected_version, "reason": "The board changed its mind."}
    return api.do("second_administrator", "withdrawSetting", SETTING, **given)


def test_withdraws_what_is_planned_and_says_who_and_why(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)

    found = withdraw(api, plan["id"])

    assert found["withdrawnAt"] and not found["isPlanned"]
    assert (found["withdrawnReason"], found["withdrawnBy"]) == ("The board changed its mind.", {"name": "Grace Lim"})
    council = gid("council", "Northmere")
    assert api.events("council", council) == ["CouncilAdded", "SettingSet", "SettingWithdrawn"]
    assert api.last_payload("council", council)["reason"] == "The board changed its mind."


def test_another_can_be_planned_for_the_day_afterwards(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)
    withdraw(api, plan["id"])

    assert put(api, **ASSESSING, number=12, ahead=30)["isPlanned"]


def test_refuses_to_withdraw_what_came_into_force(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=1)
    bring_into_force(api, plan["id"])

    assert refused(api, plan["id"]) == [("REFUSED", ["settingId"], "in_force")]


def test_refuses_to_withdraw_it_twice(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)
    withdraw(api, plan["id"])

    assert refused(api, plan["id"], expectedVersion=3) == [("REFUSED", ["settingId"], "withdrawn")]


def test_refuses_what_would_leave_a_step_without_a_reason(api: Api) -> None:
    out = put(api, "closure_reasons.in_use", about="DUPLICATE", flag=False)
    back = put(api, "closure_reasons.in_use", about="DUPLICATE", flag=True, ahead=5)
    put(api, "closure_reasons.in_use", about="OPENED_IN_ERROR", flag=False, ahead=6)

    assert out["flag"] is False
    assert refused(api, back["id"], expectedVersion=4) == [("REFUSED", ["about"], "last_reason")]


def test_refuses_an_old_version(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)

    assert refused(api, plan["id"], expectedVersion=1) == [("CONFLICT", ["expectedVersion"], None)]


@pytest.mark.parametrize("who", ["service_manager", "worker"])
def test_nobody_but_an_administrator_withdraws_a_plan(api: Api, who: str) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)

    assert refused(api, plan["id"], who) == [("NOT_PERMITTED", [], None)]
