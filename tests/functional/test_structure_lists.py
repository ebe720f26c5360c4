"""Asking for the council, its localities, agencies, teams and practitioners, as pages and integrators do."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import LOCALITIES, PEOPLE, gid


def names(api: Api, field: str, kind: str, where: dict[str, Any] | None = None, who: str = "worker") -> list[str]:
    """List the names that a connection gives for a filter."""
    document = f"query($where: {kind}Where) {{ {field}(first: 100, where: $where) {{ totalCount edges {{ node {{ name }} }} }} }}"
    found = api.ask(who, document, where=where)[field]
    assert found["totalCount"] == len(found["edges"])
    return [edge["node"]["name"] for edge in found["edges"]]


def test_tells_about_the_council(api: Api) -> None:
    found = api.ask("worker", "{ council { id version name code entryDayCounts closedOn } }")["council"]

    assert found["id"] == gid("council", "Northmere")
    assert (found["version"], found["name"], found["code"], found["entryDayCounts"], found["closedOn"]) == (
        1,
        "Northmere Council",
        "999",
        False,
        [],
    )


@pytest.mark.parametrize(("where", "expected"), [(None, [*LOCALITIES]), ({"text": "NOR"}, ["North"]), ({"text": "%"}, [])])
def test_lists_localities(api: Api, where: dict[str, Any] | None, expected: list[str]) -> None:
    assert names(api, "localities", "Locality", where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, ["Early Help", "Larkfield Primary", "Northmere Health"]),
        ({"kind": "HEALTH"}, ["Northmere Health"]),
        ({"text": "primary"}, ["Larkfield Primary"]),
        ({"text": "primary", "kind": "HEALTH"}, []),
    ],
)
def test_lists_agencies(api: Api, where: dict[str, Any] | None, expected: list[str]) -> None:
    assert names(api, "agencies", "Agency", where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, ["Front Door", "Larkfield Pastoral", "North Family Team", "South Family Team"]),
        ({"text": "family"}, ["North Family Team", "South Family Team"]),
        ({"agencyId": gid("agency", "Larkfield Primary")}, ["Larkfield Pastoral"]),
        ({"localityId": gid("locality", "South")}, ["South Family Team"]),
        ({"triages": True}, ["Front Door"]),
    ],
)
def test_lists_teams(api: Api, where: dict[str, Any] | None, expected: list[str]) -> None:
    assert names(api, "teams", "Team", where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({}, sorted(name for name, _, _ in PEOPLE.values())),
        ({"text": "priya"}, ["Priya Nair"]),
        ({"text": "front_door_manager@"}, ["Marcus Lee"]),
        ({"agencyId": gid("agency", "Northmere Health")}, ["Yusuf Karim"]),
        ({"teamId": gid("team", "North Family Team")}, ["Dawn Fry", "Priya Nair", "Tom Ashworth"]),
        ({"teamId": gid("team", "North Family Team"), "role": "TEAM_MANAGER"}, ["Dawn Fry"]),
        ({"role": "ADMINISTRATOR"}, ["Grace Lim", "Olu Adeyemi"]),
        ({"isActive": False}, []),
    ],
)
def test_lists_practitioners(api: Api, where: dict[str, Any], expected: list[str]) -> None:
    assert names(api, "practitioners", "Practitioner", where) == expected


def test_tells_accounts_in_force_from_those_that_ended(api: Api) -> None:
    api.do("administrator", "endPractitioner", "practitioner { id }", practitionerId=gid("practitioner", "nurse"), expectedVersion=1)

    assert names(api, "practitioners", "Practitioner", {"isActive": False}) == ["Yusuf Karim"]
    assert "Yusuf Karim" not in names(api, "practitioners", "Practitioner", {"isActive": True})


def test_a_role_that_ended_is_not_found_by(api: Api) -> None:
    api.do(
        "administrator",
        "endAppointment",
        "appointment { id }",
        appointmentId=gid("appointment", "manager team_manager North Family Team None"),
    )

    assert "Dawn Fry" not in names(api, "practitioners", "Practitioner", {"teamId": gid("team", "North Family Team")})


def test_shows_nothing_to_somebody_whose_account_has_ended(api: Api) -> None:
    api.do("administrator", "endPractitioner", "practitioner { id }", practitionerId=gid("practitioner", "nurse"), expectedVersion=1)

    assert api.ask("nurse", "{ council { id } }") == {"council": None}
    assert [names(api, field, kind, who="nurse") for field, kind in (("teams", "Team"), ("practitioners", "Practitioner"))] == [[], []]
