"""Amending an account: what is known of somebody, and the address that they sign in with."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid, key

PRACTITIONER = "practitioner { id version name email jobTitle phone agency { id } }"
WORKER = {"practitionerId": gid("practitioner", "worker"), "expectedVersion": 1}


def refused(api: Api, who: str = "administrator", **given: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "amendPractitioner", PRACTITIONER, **{**WORKER, **given})
    return [(problem["code"], problem["path"]) for problem in problems]


def test_amends_what_is_given_and_leaves_the_rest(api: Api) -> None:
    found = api.do("administrator", "amendPractitioner", PRACTITIONER, **WORKER, email="Priya.Nair@northmere.example", phone="01632 960002")

    assert (found["version"], found["name"], found["jobTitle"]) == (2, "Priya Nair", "Practitioner")
    assert (found["email"], found["phone"]) == ("priya.nair@northmere.example", "01632 960002")
    assert api.events("practitioner", found["id"]) == ["PractitionerAdded", "PractitionerAmended"]
    said = api.last_payload("practitioner", found["id"])
    same = {"agency_id": str(key("agency", "Early Help")), "name": "Priya Nair", "job_title": "Practitioner"}
    assert said["before"] == {**same, "email": "worker@northmere.example", "phone": None}
    assert said["after"] == {**same, "email": "priya.nair@northmere.example", "phone": "01632 960002"}


def test_moves_somebody_to_another_agency(api: Api) -> None:
    found = api.do("administrator", "amendPractitioner", PRACTITIONER, **WORKER, agencyId=gid("agency", "Northmere Health"))

    assert found["agency"] == {"id": gid("agency", "Northmere Health")}


def test_refuses_to_leave_empty_what_an_account_must_have(api: Api) -> None:
    cleared: dict[str, Any] = {"agencyId": None, "name": None, "email": None, "jobTitle": None}

    assert refused(api, **cleared) == [("BAD_USER_INPUT", [name]) for name in cleared]


def test_refuses_the_same_address_in_other_letters_as_no_change(api: Api) -> None:
    assert [code for code, _ in refused(api, email="Worker@Northmere.example")] == ["ALREADY_DONE"]


def test_refuses_an_address_that_somebody_else_has(api: Api) -> None:
    assert refused(api, email="colleague@northmere.example") == [("DUPLICATE", ["email"])]


def test_refuses_what_is_no_address(api: Api) -> None:
    assert refused(api, email="priya") == [("BAD_USER_INPUT", ["email"])]


def test_refuses_a_version_that_is_past(api: Api) -> None:
    assert refused(api, expectedVersion=2, name="Priya") == [("CONFLICT", ["expectedVersion"])]


def test_refuses_somebody_to_amend_their_own_account(api: Api) -> None:
    assert [code for code, _ in refused(api, "worker", name="Priya")] == ["NOT_PERMITTED"]
