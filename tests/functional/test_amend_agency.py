"""Amending an agency: what is given changes, what is left out stays, and null removes its number."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid

AGENCY = "agency { id version name kind phone }"
HEALTH = {"agencyId": gid("agency", "Northmere Health"), "expectedVersion": 1}


def refused(api: Api, who: str = "administrator", **given: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "amendAgency", AGENCY, **{**HEALTH, "phone": "01632 960001", **given})
    return [(problem["code"], problem["path"]) for problem in problems]


def test_amends_what_is_given_and_leaves_the_rest(api: Api) -> None:
    found = api.do("administrator", "amendAgency", AGENCY, **HEALTH, phone="01632 960001")

    assert found == {"id": HEALTH["agencyId"], "version": 2, "name": "Northmere Health", "kind": "HEALTH", "phone": "01632 960001"}
    assert api.events("agency", found["id"]) == ["AgencyAdded", "AgencyAmended"]
    same = {"name": "Northmere Health", "kind": "health"}
    assert api.last_payload("agency", found["id"]) == {"before": {**same, "phone": None}, "after": {**same, "phone": "01632 960001"}}


def test_removes_its_number(api: Api) -> None:
    api.do("administrator", "amendAgency", AGENCY, **HEALTH, phone="01632 960001")

    found = api.do("administrator", "amendAgency", AGENCY, **{**HEALTH, "expectedVersion": 2}, phone=None)

    assert (found["version"], found["phone"]) == (3, None)


def test_refuses_to_leave_name_and_kind_empty_and_says_so_of_both(api: Api) -> None:
    assert refused(api, name=None, kind=None) == [("BAD_USER_INPUT", ["name"]), ("BAD_USER_INPUT", ["kind"])]


def test_refuses_what_would_change_nothing(api: Api) -> None:
    assert [code for code, _ in refused(api, phone=None)] == ["ALREADY_DONE"]


def test_refuses_a_name_that_is_taken(api: Api) -> None:
    assert refused(api, name="Early Help") == [("DUPLICATE", ["name"])]


def test_refuses_a_version_that_is_past(api: Api) -> None:
    assert refused(api, expectedVersion=7) == [("CONFLICT", ["expectedVersion"])]


def test_refuses_an_agency_that_is_not_there(api: Api) -> None:
    assert [code for code, _ in refused(api, agencyId=gid("agency", "Nobody"))] == ["NOT_FOUND"]


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert [code for code, _ in refused(api, "manager")] == ["NOT_PERMITTED"]
