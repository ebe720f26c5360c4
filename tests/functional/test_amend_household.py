"""Amending a household."""

from tests.functional.api import Api
from tests.functional.families import Family

HOUSEHOLD = "household { id version name address }"


def test_changes_what_is_given_and_removes_what_is_null(api: Api, family: Family) -> None:
    api.do("worker", "amendHousehold", HOUSEHOLD, householdId=family.household, expectedVersion=1, address="4 Mill Lane")

    found = api.do("worker", "amendHousehold", HOUSEHOLD, householdId=family.household, expectedVersion=2, name="Harlow-Reed", address=None)

    assert (found["version"], found["name"], found["address"]) == (3, "Harlow-Reed", None)
    assert api.events("household", family.household) == ["HouseholdAdded", "HouseholdAmended", "HouseholdAmended"]


def test_refuses_no_name_no_change_and_an_old_version(api: Api, family: Family) -> None:
    asked = {"householdId": family.household, "expectedVersion": 1}

    for more, code in (
        ({"name": None}, "BAD_USER_INPUT"),
        ({"name": "Harlow"}, "ALREADY_DONE"),
        ({"name": "X", "expectedVersion": 4}, "CONFLICT"),
    ):
        [problem] = api.refused("worker", "amendHousehold", HOUSEHOLD, **{**asked, **more})
        assert problem["code"] == code


def test_refuses_who_only_sees_it_and_hides_it_from_the_rest(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    asked = {"householdId": family.household, "expectedVersion": 1, "name": "Harlow-Reed"}

    assert [each["code"] for each in api.refused("service_manager", "amendHousehold", HOUSEHOLD, **asked)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "amendHousehold", HOUSEHOLD, **asked)] == ["NOT_FOUND"]
    assert api.do("colleague", "amendHousehold", HOUSEHOLD, **asked)["version"] == 2
