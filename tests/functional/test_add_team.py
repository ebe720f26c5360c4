"""Adding a team of an agency, in a locality or for the whole council."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid

TEAM = "team { id version name triages agency { name } locality { name } }"
NURSES = {"agencyId": gid("agency", "Northmere Health"), "name": "School Nurses"}


def refused(api: Api, who: str = "administrator", **given: Any) -> tuple[str, list[str]]:
    [problem] = api.refused(who, "addTeam", TEAM, **{**NURSES, **given})
    return problem["code"], problem["path"]


def test_adds_a_team_for_the_whole_council(api: Api) -> None:
    found = api.do("administrator", "addTeam", TEAM, **NURSES)

    assert found["version"] == 1
    assert (found["agency"], found["locality"], found["triages"]) == ({"name": "Northmere Health"}, None, False)
    assert api.events("team", found["id"]) == ["TeamAdded"]
    [row] = api.sql("SELECT name, triages FROM team WHERE 'team_' || id = $1", found["id"])
    assert tuple(row) == ("School Nurses", False)


def test_adds_a_team_that_triages_a_locality(api: Api) -> None:
    found = api.do("administrator", "addTeam", TEAM, **NURSES, localityId=gid("locality", "South"), triages=True)

    assert (found["locality"], found["triages"]) == ({"name": "South"}, True)


def test_refuses_a_second_team_that_triages_the_whole_council(api: Api) -> None:
    assert refused(api, triages=True) == ("DUPLICATE", ["triages"])


def test_refuses_a_name_that_is_taken(api: Api) -> None:
    assert refused(api, name="Front Door") == ("DUPLICATE", ["name"])


def test_refuses_an_agency_that_is_not_there(api: Api) -> None:
    assert refused(api, agencyId=gid("agency", "Nobody")) == ("NOT_FOUND", ["agencyId"])


def test_refuses_a_locality_that_is_not_there(api: Api) -> None:
    assert refused(api, localityId=gid("locality", "Nowhere")) == ("NOT_FOUND", ["localityId"])


def test_refuses_the_id_of_something_else(api: Api) -> None:
    assert refused(api, agencyId=gid("team", "Front Door")) == ("NOT_FOUND", ["agencyId"])


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert refused(api, "front_door_manager")[0] == "NOT_PERMITTED"
