"""Correcting what somebody is in a household."""

from typing import Any

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.test_end_household_member import membership

HOUSEHOLD = "household { id version members { id role person { id } } }"


def asked(api: Api, family: Family, person: str, **more: Any) -> dict[str, Any]:
    return {"memberId": membership(api, family, person), "expectedVersion": 1, "role": "PARENT_OR_CARER", **more}


def test_corrects_what_they_are(api: Api, family: Family) -> None:
    found = api.do("worker", "amendHouseholdMember", HOUSEHOLD, **asked(api, family, family.mother, role="GRANDPARENT"))

    roles = {each["person"]["id"]: each["role"] for each in found["members"]}
    assert (found["version"], roles[family.mother]) == (2, "GRANDPARENT")
    assert api.events("household", family.household)[-1] == "HouseholdMemberAmended"
    assert api.last_payload("household", family.household)["before"] == {"role": "parent_or_carer"}


def test_refuses_no_change_an_old_version_a_role_that_does_not_fit_and_a_stranger(api: Api, family: Family) -> None:
    right = asked(api, family, family.mia)

    for who, more, said in (
        ("worker", {"role": "CHILD"}, ("ALREADY_DONE", [])),
        ("worker", {"role": "GRANDPARENT"}, ("BAD_USER_INPUT", ["role"])),
        ("worker", {"expectedVersion": 7}, ("CONFLICT", ["expectedVersion"])),
        ("southerner", {}, ("NOT_FOUND", [])),
    ):
        [problem] = api.refused(who, "amendHouseholdMember", HOUSEHOLD, **{**right, **more})
        assert (problem["code"], problem["path"]) == said


def test_refuses_who_sees_the_family_and_may_not_change_it(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    family.join("school")

    [problem] = api.refused("school", "amendHouseholdMember", HOUSEHOLD, **asked(api, family, family.mia))

    assert problem["code"] == "NOT_PERMITTED"
