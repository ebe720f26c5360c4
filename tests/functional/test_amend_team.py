"""Amending a team: its name, agency and locality, and whether requests come to it first."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid, key

TEAM = "team { id version name triages agency { id } locality { id } }"
PASTORAL = {"teamId": gid("team", "Larkfield Pastoral"), "expectedVersion": 1}


def refused(api: Api, who: str = "administrator", **given: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "amendTeam", TEAM, **{**PASTORAL, **given})
    return [(problem["code"], problem["path"]) for problem in problems]


def test_moves_a_team_to_the_whole_council_and_leaves_the_rest(api: Api) -> None:
    found = api.do("administrator", "amendTeam", TEAM, **PASTORAL, localityId=None)

    assert (found["version"], found["name"], found["triages"]) == (2, "Larkfield Pastoral", False)
    assert (found["agency"], found["locality"]) == ({"id": gid("agency", "Larkfield Primary")}, None)
    assert api.events("team", found["id"]) == ["TeamAdded", "TeamAmended"]
    same = {"agency_id": str(key("agency", "Larkfield Primary")), "name": "Larkfield Pastoral", "triages": False}
    said = {"before": {**same, "locality_id": str(key("locality", "North"))}, "after": {**same, "locality_id": None}}
    assert api.last_payload("team", found["id"]) == said


def test_changes_everything_at_once(api: Api) -> None:
    changes = {"agencyId": gid("agency", "Early Help"), "localityId": gid("locality", "South"), "name": "South Door", "triages": True}

    found = api.do("administrator", "amendTeam", TEAM, **PASTORAL, **changes)

    assert (found["name"], found["triages"]) == ("South Door", True)
    assert (found["agency"], found["locality"]) == ({"id": changes["agencyId"]}, {"id": changes["localityId"]})


def test_refuses_to_leave_empty_what_a_team_must_have(api: Api) -> None:
    assert refused(api, agencyId=None, name=None, triages=None) == [
        ("BAD_USER_INPUT", ["agencyId"]),
        ("BAD_USER_INPUT", ["name"]),
        ("BAD_USER_INPUT", ["triages"]),
    ]


def test_refuses_a_second_team_that_triages_the_whole_council(api: Api) -> None:
    assert refused(api, localityId=None, triages=True) == [("DUPLICATE", ["triages"])]


def test_refuses_what_would_change_nothing(api: Api) -> None:
    assert [code for code, _ in refused(api)] == ["ALREADY_DONE"]
    assert [code for code, _ in refused(api, name="Larkfield Pastoral", triages=False)] == ["ALREADY_DONE"]


def test_refuses_a_locality_that_is_not_there(api: Api) -> None:
    assert refused(api, localityId=gid("locality", "Nowhere")) == [("NOT_FOUND", ["localityId"])]


def test_refuses_a_version_that_is_past(api: Api) -> None:
    api.do("administrator", "amendTeam", TEAM, **PASTORAL, name="Larkfield Care")

    assert refused(api, name="Pastoral") == [("CONFLICT", ["expectedVersion"])]


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert [code for code, _ in refused(api, "school", name="Ours")] == ["NOT_PERMITTED"]
