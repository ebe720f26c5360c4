"""Amending the council's own record: its name and its code."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid

COUNCIL = "council { id version name code }"


def refused(api: Api, who: str = "administrator", **given: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "amendCouncil", COUNCIL, **{"expectedVersion": 1, **given})
    return [(problem["code"], problem["path"]) for problem in problems]


def test_amends_what_is_given_and_leaves_the_rest(api: Api) -> None:
    found = api.do("administrator", "amendCouncil", COUNCIL, expectedVersion=1, name="Northmere City Council")

    assert found == {"id": gid("council", "Northmere"), "version": 2, "name": "Northmere City Council", "code": "999"}
    assert api.events("council", found["id"]) == ["CouncilAdded", "CouncilAmended"]
    said = api.last_payload("council", found["id"])
    assert (said["before"]["name"], said["after"]["name"]) == ("Northmere Council", "Northmere City Council")


def test_amends_everything_else(api: Api) -> None:
    changes = {"name": "Northmere City Council", "code": "878"}

    found = api.do("administrator", "amendCouncil", COUNCIL, expectedVersion=1, **changes)

    assert {name: found[name] for name in changes} == changes


@pytest.mark.parametrize("code", ["87", "87a", "٨٧٨"])
def test_refuses_a_code_that_is_none(api: Api, code: str) -> None:
    assert refused(api, code=code) == [("BAD_USER_INPUT", ["code"])]


def test_refuses_to_leave_empty_what_a_council_must_have(api: Api) -> None:
    cleared: dict[str, Any] = {"name": None, "code": None}

    assert refused(api, **cleared) == [("BAD_USER_INPUT", [name]) for name in cleared]


def test_refuses_what_would_change_nothing(api: Api) -> None:
    assert [code for code, _ in refused(api, name="Northmere Council", code="999")] == ["ALREADY_DONE"]


def test_refuses_a_version_that_is_past(api: Api) -> None:
    assert refused(api, expectedVersion=3, name="Elsewhere") == [("CONFLICT", ["expectedVersion"])]


@pytest.mark.parametrize("who", ["worker", "service_manager"])
def test_refuses_whoever_is_no_administrator(api: Api, who: str) -> None:
    assert [code for code, _ in refused(api, who, name="Elsewhere")] == ["NOT_PERMITTED"]
