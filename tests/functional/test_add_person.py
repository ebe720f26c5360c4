"""Adding a person: children, young people, unborn children and adults, with their numbers."""

import datetime as dt
from typing import Any

from tests.functional.api import Api

PERSON = "person { id version kind givenName familyName birthDate expectedOn sex ethnicity nhsNumber upn uln }"
AVA = {"givenName": "Ava", "familyName": "Lindqvist", "kind": "CHILD", "birthDate": "2019-05-03"}


def add(api: Api, who: str = "worker", **given: Any) -> dict[str, Any]:
    return api.do(who, "addPerson", PERSON, **{**AVA, **given})


def refused(api: Api, who: str = "worker", **given: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "addPerson", PERSON, **{**AVA, **given})
    return [(problem["code"], problem["path"]) for problem in problems]


def test_adds_a_child_with_numbers_as_they_are_stored(api: Api) -> None:
    found = add(api, sex="FEMALE", ethnicity="WHITE_AND_ASIAN", nhsNumber="943 476-5919", upn="m878411115002", uln="1000000043")

    assert found["version"] == 1
    assert found["birthDate"] == "2019-05-03"
    assert (found["nhsNumber"], found["upn"], found["uln"]) == ("9434765919", "M878411115002", "1000000043")
    assert (found["sex"], found["ethnicity"]) == ("FEMALE", "WHITE_AND_ASIAN")
    assert api.events("person", found["id"]) == ["PersonAdded"]
    [row] = api.sql("SELECT sex, ethnicity, unattached FROM person WHERE 'person_' || id = $1", found["id"])
    assert tuple(row) == ("F", "MWAS", True)


def test_adds_an_unborn_child_with_an_expected_date(api: Api) -> None:
    soon = (dt.date.today() + dt.timedelta(days=60)).isoformat()

    found = add(api, givenName="Baby", kind="UNBORN_CHILD", birthDate=None, expectedOn=soon)

    assert (found["kind"], found["birthDate"], found["expectedOn"], found["sex"]) == ("UNBORN_CHILD", None, soon, "UNKNOWN")


def test_adds_an_adult_without_a_date_of_birth(api: Api) -> None:
    found = add(api, kind="ADULT", birthDate=None)

    assert found["birthDate"] is None


def test_the_same_key_adds_one_person(api: Api) -> None:
    first = api.do("worker", "addPerson", PERSON, **AVA, idempotencyKey="once")
    again = api.do("worker", "addPerson", PERSON, **AVA, idempotencyKey="once")

    assert again == first
    assert len(api.sql("SELECT id FROM person")) == 1


def test_refuses_everything_that_is_wrong_at_once(api: Api) -> None:
    problems = refused(api, birthDate="2001-01-01", nhsNumber="9434765918", upn="A878411115002", uln="9999999999")

    assert sorted(path for _, path in problems) == [["kind"], ["nhsNumber"], ["uln"], ["upn"]]
    assert {code for code, _ in problems} == {"BAD_USER_INPUT"}


def test_refuses_a_birth_in_the_future_and_before_1900(api: Api) -> None:
    tomorrow = (dt.date.today() + dt.timedelta(days=2)).isoformat()

    assert refused(api, birthDate=tomorrow) == [("BAD_USER_INPUT", ["birthDate"])]
    assert refused(api, birthDate="1899-12-31") == [("BAD_USER_INPUT", ["birthDate"])]


def test_refuses_a_number_that_somebody_whom_one_sees_has_and_traces_whom_it_named(api: Api) -> None:
    ava = add(api, nhsNumber="9434765919")

    [problem] = api.refused("worker", "addPerson", PERSON, **{**AVA, "nhsNumber": "943 476 5919"})

    assert (problem["code"], problem["path"]) == ("DUPLICATE", ["nhsNumber"])
    assert problem["message"].startswith("Ava Lindqvist has this NHS number already.")
    [trace] = api.sql("SELECT records FROM read_trace WHERE operation = 'addPerson' ORDER BY at DESC LIMIT 1")
    assert ava["id"] in trace["records"]


def test_says_nothing_of_somebody_whom_one_may_not_see(api: Api) -> None:
    add(api, nhsNumber="9434765919")

    found = add(api, "southerner", nhsNumber="9434765919")

    assert found["version"] == 1
    assert len(api.sql("SELECT id FROM person WHERE nhs_number = '9434765919'")) == 2


def test_refuses_who_does_not_work_with_families(api: Api) -> None:
    for who in ("administrator", "service_manager"):
        assert refused(api, who) == [("NOT_PERMITTED", [])]
