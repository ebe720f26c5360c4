"""Appointing somebody to a role in a team, a locality or the council."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid

APPOINTMENT = "appointment { id role startedAt endedAt practitioner { id version } team { name } locality { name } }"
NURSE = gid("practitioner", "nurse")
NORTH_TEAM, NORTH = gid("team", "North Family Team"), gid("locality", "North")


def refused(api: Api, who: str = "administrator", **given: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "appoint", APPOINTMENT, **{"practitionerId": NURSE, **given})
    return [(problem["code"], problem["path"]) for problem in problems]


def test_appoints_somebody_in_a_team(api: Api) -> None:
    found = api.do("administrator", "appoint", APPOINTMENT, practitionerId=NURSE, role="WORKER", teamId=NORTH_TEAM)

    assert (found["role"], found["team"], found["locality"], found["endedAt"]) == ("WORKER", {"name": "North Family Team"}, None, None)
    assert found["practitioner"] == {"id": NURSE, "version": 2}
    assert api.events("practitioner", NURSE) == ["PractitionerAdded", "Appointed"]
    [row] = api.sql("SELECT role, ended_at FROM appointment WHERE 'appointment_' || id = $1", found["id"])
    assert tuple(row) == ("worker", None)


@pytest.mark.parametrize(
    ("role", "where"),
    [("SERVICE_MANAGER", {}), ("SERVICE_MANAGER", {"localityId": NORTH}), ("ADMINISTRATOR", {}), ("TEAM_MANAGER", {"teamId": NORTH_TEAM})],
)
def test_appoints_where_a_role_is_held(api: Api, role: str, where: dict[str, str]) -> None:
    assert api.do("administrator", "appoint", APPOINTMENT, practitionerId=NURSE, role=role, **where)["role"] == role


@pytest.mark.parametrize(
    ("role", "where", "paths"),
    [
        ("WORKER", {}, [["teamId"]]),
        ("WORKER", {"localityId": NORTH}, [["teamId"], ["localityId"]]),
        ("SERVICE_MANAGER", {"teamId": NORTH_TEAM}, [["teamId"]]),
        ("ADMINISTRATOR", {"teamId": NORTH_TEAM, "localityId": NORTH}, [["teamId"], ["localityId"]]),
    ],
)
def test_refuses_a_role_where_it_is_not_held(api: Api, role: str, where: dict[str, str], paths: list[list[str]]) -> None:
    assert refused(api, role=role, **where) == [("BAD_USER_INPUT", path) for path in paths]


def test_refuses_a_role_that_they_have_there(api: Api) -> None:
    given = {"practitionerId": gid("practitioner", "worker"), "role": "WORKER", "teamId": NORTH_TEAM}

    assert refused(api, **given) == [("ALREADY_DONE", ["role"])]


def test_refuses_a_team_that_is_not_there(api: Api) -> None:
    assert refused(api, role="WORKER", teamId=gid("team", "Nobody")) == [("NOT_FOUND", ["teamId"])]


def test_refuses_somebody_whose_account_has_ended(api: Api) -> None:
    api.do("administrator", "endPractitioner", "practitioner { id }", practitionerId=NURSE, expectedVersion=1)

    assert refused(api, role="WORKER", teamId=NORTH_TEAM) == [("REFUSED", ["practitionerId"])]


def test_refuses_somebody_who_is_not_there(api: Api) -> None:
    assert [code for code, _ in refused(api, practitionerId=gid("practitioner", "nobody"), role="ADMINISTRATOR")] == ["NOT_FOUND"]


def test_refuses_somebody_to_make_themselves_administrator(api: Api) -> None:
    given = {"practitionerId": gid("practitioner", "service_manager"), "role": "ADMINISTRATOR"}

    assert [code for code, _ in refused(api, "service_manager", **given)] == ["NOT_PERMITTED"]


def test_what_a_role_allows_holds_at_once(api: Api) -> None:
    api.do("administrator", "appoint", APPOINTMENT, practitionerId=NURSE, role="ADMINISTRATOR")

    assert api.do("nurse", "addLocality", "locality { name }", name="East") == {"name": "East"}
