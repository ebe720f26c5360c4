"""Recording how somebody can be reached, and who may know it."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.caring import DETAIL, add_number, details_of, number, record_safe, refused
from tests.functional.council import gid
from tests.functional.families import Family


def test_records_a_number_in_the_persons_own_stream(api: Api, home: Family) -> None:
    version = details_of(api, home.mother, "worker")["version"]

    found = api.do("worker", "addContactDetail", DETAIL, **number(home.mother, note="After three."))

    assert (found["kind"], found["value"], found["note"], found["isInUse"]) == ("TELEPHONE", "01632 960123", "After three.", True)
    assert details_of(api, home.mother, "worker")["version"] == version + 1
    assert api.events("person", home.mother)[-1] == "ContactDetailAdded"


def test_a_number_comes_with_what_is_known_of_safe_contact(api: Api, home: Family) -> None:
    record_safe(api, home.mother)

    found = api.do("worker", "addContactDetail", DETAIL, **number(home.mother))

    assert found["safeContact"] == {"unsafe": "Do not write: he opens the post."}


SEES = {
    "EVERYBODY": {"worker", "colleague", "manager", "school"},
    "CASE_HOLDERS": {"worker", "colleague", "manager"},
    "THIS_CASE": {"worker", "colleague", "manager"},
}


@pytest.mark.parametrize("audience", SEES)
def test_the_team_around_the_family_knows_what_is_for_everybody(api: Api, home: Family, audience: str) -> None:
    home.join("school")
    add_number(api, home.mother, audience=audience, caseId=home.case)

    assert {who for who in ("worker", "colleague", "manager", "school") if seen(api, home.mother, who)} == SEES[audience]


@pytest.mark.parametrize(("audience", "is_seen"), [("EVERYBODY", True), ("CASE_HOLDERS", True), ("THIS_CASE", False)])
def test_who_meets_them_in_the_household_of_another_case_knows_nothing_kept_to_the_first(
    api: Api, home: Family, audience: str, is_seen: bool
) -> None:
    other_family(api, home)
    add_number(api, home.mother, audience=audience, caseId=home.case)

    assert seen(api, home.mother, "southerner") is is_seen
    assert seen(api, home.mother, "worker")


def test_who_left_the_household_of_a_case_is_seen_by_name_and_no_more(api: Api, home: Family) -> None:
    other_family(api, home)
    add_number(api, home.mother)
    record_safe(api, home.mother)
    member = "SELECT 'member_' || m.id AS id FROM household_member m WHERE 'person_' || person_id = $1 ORDER BY joined_at DESC LIMIT 1"
    api.do("southerner", "endHouseholdMember", "household { id }", memberId=api.sql(member, home.mother)[0]["id"])

    found = details_of(api, home.mother, "southerner")
    assert (found["id"], found["contactDetails"], found["safeContact"]) == (home.mother, [], None)


def test_refuses_a_number_that_is_none_and_a_case_that_is_not_theirs(api: Api, home: Family) -> None:
    def why(who: str = "worker", **more: Any) -> object:
        return refused(api, who, "addContactDetail", DETAIL, number(home.mother, **more))

    assert why(value="after three") == [("BAD_USER_INPUT", None, ["value"])]
    assert why(kind="EMAIL", value="sarah") == [("BAD_USER_INPUT", None, ["value"])]
    assert why(audience="THIS_CASE") == [("BAD_USER_INPUT", None, ["audience"])]
    assert why(caseId="case_00000000-0000-7000-8000-000000000000") == [("NOT_FOUND", None, ["caseId"])]
    assert why("service_manager") == [("NOT_PERMITTED", None, [])]
    assert why("southerner") == [("NOT_FOUND", None, [])]


def test_the_team_around_the_family_may_not_add_one(api: Api, home: Family) -> None:
    home.join("school")

    assert refused(api, "school", "addContactDetail", DETAIL, number(home.mother)) == [("NOT_PERMITTED", None, [])]


def seen(api: Api, person: str, who: str) -> bool:
    """Tell whether somebody sees the number of a person whom they see."""
    found = details_of(api, person, who)
    return bool(found and found["contactDetails"])


def other_family(api: Api, home: Family) -> None:
    """Let the mother belong to the household of another case too, which a worker of the South has."""
    child = home.person("Ada", "CHILD", birthDate="2019-02-03")
    members = [{"personId": home.mother, "role": "OTHER_ADULT"}, {"personId": child, "role": "CHILD"}]
    household = api.do("worker", "addHousehold", "household { id }", name="Okoro", members=members)["id"]
    asked = {"source": "SCHOOL", "referrerName": "Helen Shaw", "worries": "Often late.", "familyKnows": True}
    place = {"localityId": gid("locality", "South"), "familyName": "Okoro", "householdId": household, "childIds": [child]}
    reference = api.do("worker", "requestHelp", "requestForHelp { caseReference }", **place, **asked)["caseReference"]
    api.sql("UPDATE cases SET team_id = $1 WHERE reference = $2", gid("team", "South Family Team")[5:], reference)
