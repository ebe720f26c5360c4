"""Changing a planned value of the council's configuration, before its day."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.configuring import ASSESSING, SETTING, WHY, bring_into_force, day, put
from tests.functional.council import gid


def refused(api: Api, setting: str, who: str = "administrator", **given: Any) -> list[tuple[str, list[str], str | None]]:
    asked = {"settingId": setting, "expectedVersion": 2, "reason": WHY, **given}
    return [(each["code"], each["path"], each["reason"]) for each in api.refused(who, "amendSetting", SETTING, **asked)]


def amend(api: Api, setting: str, **given: Any) -> dict[str, Any]:
    return api.do("second_administrator", "amendSetting", SETTING, settingId=setting, expectedVersion=2, reason="Sooner.", **given)


def test_changes_the_value_and_the_day_of_what_is_planned(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)

    found = amend(api, plan["id"], number=12, validFrom=day(20))

    said = (found["id"], found["number"], found["validFrom"], found["reason"], found["setBy"], found["revision"], found["isPlanned"])
    assert said == (plan["id"], 12, day(20), "Sooner.", {"name": "Grace Lim"}, 2, True)
    council = gid("council", "Northmere")
    assert api.events("council", council) == ["CouncilAdded", "SettingSet", "SettingAmended"]
    kept = api.last_payload("council", council)
    assert (kept["before"]["value"], kept["after"]["value"], kept["before"]["reason"]) == (15, 12, WHY)


@pytest.mark.parametrize(
    ("given", "number", "ahead"), [({"number": 12}, 12, 30), ({"validFrom": day(40)}, 15, 40), ({"useDefault": True}, None, 30)]
)
def test_what_is_left_out_stays(api: Api, given: dict[str, Any], number: int | None, ahead: int) -> None:
    put(api, **ASSESSING, number=20)
    plan = put(api, **ASSESSING, number=15, ahead=30)

    found = api.do("administrator", "amendSetting", SETTING, settingId=plan["id"], expectedVersion=3, reason=WHY, **given)

    assert (found["number"], found["validFrom"]) == (number, day(ahead))


def test_refuses_to_change_what_came_into_force(api: Api) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=1)
    bring_into_force(api, plan["id"])

    assert refused(api, plan["id"], number=12) == [("REFUSED", ["settingId"], "in_force")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"number": 15}, ("ALREADY_DONE", [], None)),
        ({"number": 400}, ("BAD_USER_INPUT", ["number"], "out_of_range")),
        ({"number": None}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"flag": True}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"number": 12, "useDefault": True}, ("BAD_USER_INPUT", ["number"], "wrong_kind")),
        ({"validFrom": day(-1)}, ("BAD_USER_INPUT", ["validFrom"], "in_the_past")),
        ({"number": 12, "expectedVersion": 1}, ("CONFLICT", ["expectedVersion"], None)),
    ],
)
def test_refuses_what_it_cannot_become(api: Api, given: dict[str, Any], expected: tuple[str, list[str], str | None]) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)

    assert refused(api, plan["id"], **given) == [expected]


def test_refuses_a_day_for_which_another_is_planned(api: Api) -> None:
    put(api, **ASSESSING, number=12, ahead=20)
    plan = put(api, **ASSESSING, number=15, ahead=30)

    assert refused(api, plan["id"], expectedVersion=3, validFrom=day(20)) == [("DUPLICATE", ["validFrom"], "planned_already")]


def test_refuses_one_that_there_is_not(api: Api) -> None:
    assert refused(api, f"setting_{gid('x', 'y').partition('_')[2]}", expectedVersion=1, number=9) == [("NOT_FOUND", ["settingId"], None)]


@pytest.mark.parametrize("who", ["service_manager", "worker"])
def test_nobody_but_an_administrator_changes_a_plan(api: Api, who: str) -> None:
    plan = put(api, **ASSESSING, number=15, ahead=30)

    assert refused(api, plan["id"], who, number=12) == [("NOT_PERMITTED", [], None)]
