"""Amending a locality: its name."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid

LOCALITY = "locality { id version name }"
NORTH = {"localityId": gid("locality", "North"), "expectedVersion": 1}


def refused(api: Api, who: str = "administrator", **given: Any) -> tuple[str, list[str]]:
    [problem] = api.refused(who, "amendLocality", LOCALITY, **{**NORTH, "name": "North and Coast", **given})
    return problem["code"], problem["path"]


def test_amends_its_name(api: Api) -> None:
    found = api.do("administrator", "amendLocality", LOCALITY, **NORTH, name="North and Coast")

    assert (found["version"], found["name"]) == (2, "North and Coast")
    assert api.events("locality", found["id"]) == ["LocalityAdded", "LocalityAmended"]
    assert api.last_payload("locality", found["id"]) == {"before": {"name": "North"}, "after": {"name": "North and Coast"}}


def test_refuses_what_would_change_nothing(api: Api) -> None:
    assert refused(api, name="North")[0] == "ALREADY_DONE"


def test_refuses_to_leave_the_name_empty(api: Api) -> None:
    assert refused(api, name=None) == ("BAD_USER_INPUT", ["name"])


def test_refuses_a_name_that_is_taken(api: Api) -> None:
    assert refused(api, name="South") == ("DUPLICATE", ["name"])


def test_refuses_a_version_that_is_past(api: Api) -> None:
    api.do("administrator", "amendLocality", LOCALITY, **NORTH, name="Further north")

    assert refused(api) == ("CONFLICT", ["expectedVersion"])


def test_refuses_a_locality_that_is_not_there(api: Api) -> None:
    assert refused(api, localityId=gid("locality", "Nowhere"))[0] == "NOT_FOUND"


def test_refuses_whoever_is_no_administrator(api: Api) -> None:
    assert refused(api, "service_manager")[0] == "NOT_PERMITTED"
