"""Adding a household with its members."""

from typing import Any

from tests.functional.api import Api

HOUSEHOLD = "household { id version name address members { id role leftAt person { id givenName } } }"


def person(api: Api, name: str, kind: str = "CHILD", who: str = "worker") -> str:
    born = None if kind == "ADULT" else "2016-02-29"
    found = api.do(who, "addPerson", "person { id }", givenName=name, familyName="Harlow", kind=kind, birthDate=born)
    return str(found["id"])


def members(*who: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"personId": person_id, "role": role} for person_id, role in who]


def test_adds_a_household_with_its_members(api: Api) -> None:
    sarah, jake = person(api, "Sarah", "ADULT"), person(api, "Jake")

    found = api.do(
        "worker",
        "addHousehold",
        HOUSEHOLD,
        name="Harlow",
        address="4 Mill Lane",
        members=members((sarah, "PARENT_OR_CARER"), (jake, "CHILD")),
    )

    assert (found["version"], found["name"], found["address"]) == (1, "Harlow", "4 Mill Lane")
    assert [(each["person"]["givenName"], each["role"]) for each in found["members"]] == [("Sarah", "PARENT_OR_CARER"), ("Jake", "CHILD")]
    assert api.events("household", found["id"]) == ["HouseholdAdded"]
    assert api.events("person", jake) == ["PersonAdded"]


def test_adds_a_household_of_nobody_yet(api: Api) -> None:
    assert api.do("worker", "addHousehold", HOUSEHOLD, name="Harlow")["members"] == []


def test_refuses_each_member_who_cannot_belong_and_says_which(api: Api) -> None:
    sarah, jake, elsewhere = person(api, "Sarah", "ADULT"), person(api, "Jake"), person(api, "Noor", who="southerner")
    given = members((sarah, "CHILD"), (jake, "GRANDPARENT"), (jake, "CHILD"), (elsewhere, "CHILD"))

    problems = api.refused("worker", "addHousehold", HOUSEHOLD, name="Harlow", members=given)

    assert [(problem["code"], problem["path"]) for problem in problems] == [
        ("BAD_USER_INPUT", ["members", "0", "role"]),
        ("BAD_USER_INPUT", ["members", "1", "role"]),
        ("BAD_USER_INPUT", ["members", "2", "personId"]),
        ("NOT_FOUND", ["members", "3", "personId"]),
    ]


def test_refuses_who_does_not_work_with_families(api: Api) -> None:
    [problem] = api.refused("administrator", "addHousehold", HOUSEHOLD, name="Harlow")

    assert problem["code"] == "NOT_PERMITTED"
