"""Adding a locality: the parts of the council's area, each of a name of its own."""

import pytest

from tests.functional.api import Api

LOCALITY = "locality { id version name }"


def test_adds_a_locality(api: Api) -> None:
    found = api.do("administrator", "addLocality", LOCALITY, name="East")

    assert (found["version"], found["name"]) == (1, "East")
    assert api.events("locality", found["id"]) == ["LocalityAdded"]
    [row] = api.sql("SELECT name, version FROM locality WHERE 'locality_' || id = $1", found["id"])
    assert tuple(row) == ("East", 1)


def test_the_same_key_adds_one_locality(api: Api) -> None:
    first = api.do("administrator", "addLocality", LOCALITY, name="East", idempotencyKey="once")
    again = api.do("administrator", "addLocality", LOCALITY, name="East", idempotencyKey="once")

    assert again == first
    assert len(api.sql("SELECT id FROM locality WHERE name = 'East'")) == 1


def test_refuses_a_name_that_is_taken(api: Api) -> None:
    [problem] = api.refused("administrator", "addLocality", LOCALITY, name="North")

    assert (problem["code"], problem["path"]) == ("DUPLICATE", ["name"])


@pytest.mark.parametrize(("name", "code"), [(" ", "BAD_USER_INPUT"), ("x" * 201, "TOO_LONG")])
def test_refuses_a_name_that_is_blank_or_too_long(api: Api, name: str, code: str) -> None:
    [problem] = api.refused("administrator", "addLocality", LOCALITY, name=name)

    assert (problem["code"], problem["path"]) == (code, ["name"])


@pytest.mark.parametrize("who", ["worker", "manager", "service_manager", "nurse"])
def test_refuses_whoever_is_no_administrator(api: Api, who: str) -> None:
    [problem] = api.refused(who, "addLocality", LOCALITY, name="East")

    assert problem["code"] == "NOT_PERMITTED"
