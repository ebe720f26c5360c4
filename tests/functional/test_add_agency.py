"""Adding an agency that works with families."""

from typing import Any

from tests.functional.api import Api

AGENCY = "agency { id version name kind phone teams { id } }"
POLICE = {"name": "Northmere Police", "kind": "POLICE"}


def refused(api: Api, who: str = "administrator", **given: Any) -> tuple[str, list[str]]:
    [problem] = api.refused(who, "addAgency", AGENCY, **{**POLICE, **given})
    return problem["code"], problem["path"]


def test_adds_an_agency(api: Api) -> None:
    found = api.do("administrator", "addAgency", AGENCY, **POLICE, phone="101")

    assert found == {"id": found["id"], "version": 1, **POLICE, "phone": "101", "teams": []}
    assert api.events("agency", found["id"]) == ["AgencyAdded"]
    [row] = api.sql("SELECT kind, phone FROM agency WHERE 'agency_' || id = $1", found["id"])
    assert tuple(row) == ("police", "101")


def test_adds_an_agency_without_a_number(api: Api) -> None:
    assert api.do("administrator", "addAgency", AGENCY, **POLICE)["phone"] is None


def test_refuses_a_name_that_is_taken(api: Api) -> None:
    assert refused(api, name="Larkfield Primary") == ("DUPLICATE", ["name"])


def test_refuses_a_number_that_is_blank(api: Api) -> None:
    assert refused(api, phone=" ") == ("BAD_USER_INPUT", ["phone"])


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert refused(api, "service_manager")[0] == "NOT_PERMITTED"
