"""Bringing somebody into a household."""

from typing import Any

from tests.functional.api import Api
from tests.functional.families import Family

HOUSEHOLD = "household { id version members { role person { id } } }"


def refused(api: Api, who: str, **asked: Any) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "addHouseholdMember", HOUSEHOLD, **asked)]


def test_adds_somebody_to_a_household(api: Api, family: Family) -> None:
    father = family.person("Adam", "ADULT")

    found = api.do("worker", "addHouseholdMember", HOUSEHOLD, householdId=family.household, personId=father, role="PARENT_OR_CARER")

    assert found["version"] == 2
    assert {"role": "PARENT_OR_CARER", "person": {"id": father}} in found["members"]
    assert api.events("household", family.household) == ["HouseholdAdded", "HouseholdMemberAdded"]


def test_who_joins_the_household_of_a_case_is_seen_by_those_who_see_the_case(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    father = family.person("Adam", "ADULT")
    asked = "query($id: ID!) { node(id: $id) { id } }"
    assert api.ask("manager", asked, id=father) == {"node": None}

    api.do("worker", "addHouseholdMember", HOUSEHOLD, householdId=family.household, personId=father, role="OTHER_ADULT")

    assert api.ask("manager", asked, id=father) == {"node": {"id": father}}
    assert [row["unattached"] for row in api.sql("SELECT unattached FROM person WHERE 'person_' || id = $1", father)] == [False]


def test_refuses_who_is_there_already_and_who_is_too_old_to_be_a_child(api: Api, family: Family) -> None:
    father, household = family.person("Adam", "ADULT"), family.household

    assert refused(api, "worker", householdId=household, personId=family.jake, role="CHILD") == [("ALREADY_DONE", ["personId"])]
    assert refused(api, "worker", householdId=household, personId=father, role="CHILD") == [("BAD_USER_INPUT", ["role"])]


def test_refuses_somebody_whom_one_may_not_see_and_a_household_that_one_may_not_see(api: Api, family: Family) -> None:
    theirs = api.do("southerner", "addPerson", "person { id }", givenName="Noor", familyName="Aziz", kind="ADULT")["id"]

    assert refused(api, "worker", householdId=family.household, personId=theirs, role="OTHER_ADULT") == [("NOT_FOUND", ["personId"])]
    assert refused(api, "southerner", householdId=family.household, personId=theirs, role="OTHER_ADULT") == [("NOT_FOUND", [])]
