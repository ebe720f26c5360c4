"""Saying that somebody left a household."""

from tests.functional.api import Api
from tests.functional.families import Family

HOUSEHOLD = "household { id version members { id leftAt person { id } } }"


def membership(api: Api, family: Family, person: str) -> str:
    asked = "query($id: ID!) { node(id: $id) { ... on Household { members { id person { id } } } } }"
    found = api.ask("worker", asked, id=family.household)["node"]["members"]
    return next(str(each["id"]) for each in found if each["person"]["id"] == person)


def test_ends_a_membership_and_keeps_it_on_record(api: Api, family: Family) -> None:
    member = membership(api, family, family.mia)

    found = api.do("worker", "endHouseholdMember", HOUSEHOLD, memberId=member)

    assert found["version"] == 2
    assert [each["person"]["id"] for each in found["members"] if each["leftAt"]] == [family.mia]
    assert api.events("household", family.household)[-1] == "HouseholdMemberEnded"


def test_who_left_can_come_back(api: Api, family: Family) -> None:
    api.do("worker", "endHouseholdMember", HOUSEHOLD, memberId=membership(api, family, family.mia))

    api.do("worker", "addHouseholdMember", "household { id }", householdId=family.household, personId=family.mia, role="CHILD")

    assert len(api.sql("SELECT id FROM household_member WHERE 'person_' || person_id = $1", family.mia)) == 2


def test_refuses_who_has_left_and_whom_one_may_not_see(api: Api, family: Family) -> None:
    member = membership(api, family, family.mia)
    api.do("worker", "endHouseholdMember", HOUSEHOLD, memberId=member)

    assert [each["code"] for each in api.refused("worker", "endHouseholdMember", HOUSEHOLD, memberId=member)] == ["ALREADY_DONE"]
    assert [each["code"] for each in api.refused("southerner", "endHouseholdMember", HOUSEHOLD, memberId=member)] == ["NOT_FOUND"]
