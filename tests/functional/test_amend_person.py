"""Amending a person: corrections, the birth of an unborn child, and who may."""

import datetime as dt
from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family

PERSON = "person { id version kind givenName birthDate expectedOn sex ethnicity nhsNumber }"


def amend(api: Api, person: str, who: str = "worker", version: int = 1, **changes: Any) -> dict[str, Any]:
    return api.do(who, "amendPerson", PERSON, personId=person, expectedVersion=version, **changes)


def refused(api: Api, person: str, who: str = "worker", version: int = 1, **changes: Any) -> list[tuple[str, list[str]]]:
    problems = api.refused(who, "amendPerson", PERSON, personId=person, expectedVersion=version, **changes)
    return [(problem["code"], problem["path"]) for problem in problems]


def expecting(family: Family) -> str:
    return family.person("Baby", "UNBORN_CHILD", expectedOn=(dt.date.today() + dt.timedelta(days=10)).isoformat())


def test_changes_what_is_given_and_removes_what_is_null(api: Api, family: Family) -> None:
    amend(api, family.jake, nhsNumber="943 476 5919", ethnicity="WHITE_IRISH")

    found = amend(api, family.jake, version=2, givenName="Jacob", ethnicity=None)

    assert (found["version"], found["givenName"], found["ethnicity"], found["nhsNumber"]) == (3, "Jacob", None, "9434765919")
    assert api.events("person", family.jake) == ["PersonAdded", "PersonAmended", "PersonAmended"]


def test_a_birth_takes_the_place_of_the_expected_date(api: Api, family: Family) -> None:
    baby, today = expecting(family), dt.date.today().isoformat()

    found = amend(api, baby, givenName="Rosa", birthDate=today, sex="FEMALE")

    assert found["id"] == baby
    assert (found["kind"], found["birthDate"], found["expectedOn"], found["sex"]) == ("CHILD", today, None, "FEMALE")


def test_keeps_since_when_there_is_a_plan_and_when_somebody_died(api: Api, family: Family) -> None:
    today, tomorrow = dt.date.today().isoformat(), (dt.date.today() + dt.timedelta(days=2)).isoformat()
    dated = "person { version diedOn ehcPlanOn }"

    found = api.do("worker", "amendPerson", dated, personId=family.mia, expectedVersion=1, ehcPlanOn="2024-05-01", diedOn=today)

    assert (found["version"], found["ehcPlanOn"], found["diedOn"]) == (2, "2024-05-01", today)
    assert refused(api, family.mia, version=2, diedOn=tomorrow) == [("BAD_USER_INPUT", ["diedOn"])]
    assert refused(api, family.mia, version=2, ehcPlanOn="2014-05-01") == [("BAD_USER_INPUT", ["ehcPlanOn"])]
    assert api.do("worker", "amendPerson", dated, personId=family.mia, expectedVersion=2, diedOn=None)["diedOn"] is None


def test_an_unborn_child_that_was_lost_stays_expected_on_its_day(api: Api, family: Family) -> None:
    baby, today = expecting(family), dt.date.today().isoformat()

    assert refused(api, baby, ehcPlanOn=today) == [("BAD_USER_INPUT", ["ehcPlanOn"])]
    assert amend(api, baby, diedOn=today)["kind"] == "UNBORN_CHILD"


def test_never_both_dates_and_never_neither(api: Api, family: Family) -> None:
    baby, today = expecting(family), dt.date.today().isoformat()

    assert refused(api, baby, birthDate=today, expectedOn=today) == [("BAD_USER_INPUT", ["expectedOn"])]
    assert refused(api, baby, birthDate=today, kind="UNBORN_CHILD") == [("BAD_USER_INPUT", ["birthDate"])]
    assert refused(api, family.jake, birthDate=None) == [("BAD_USER_INPUT", ["birthDate"])]


def test_a_name_cannot_be_removed(api: Api, family: Family) -> None:
    assert refused(api, family.jake, givenName=None) == [("BAD_USER_INPUT", ["givenName"])]


def test_a_number_of_somebody_else_whom_one_sees_is_refused_and_ones_own_is_not(api: Api, family: Family) -> None:
    amend(api, family.jake, nhsNumber="9434765919")

    assert refused(api, family.mia, nhsNumber="943-476-5919") == [("DUPLICATE", ["nhsNumber"])]
    assert amend(api, family.jake, version=2, nhsNumber="9434765919", givenName="Jacob")["givenName"] == "Jacob"


def test_nothing_to_change_and_an_old_version_are_told_apart(api: Api, family: Family) -> None:
    assert refused(api, family.jake, givenName="Jake") == [("ALREADY_DONE", [])]
    assert refused(api, family.jake, version=7, givenName="Jacob") == [("CONFLICT", ["expectedVersion"])]


def test_those_who_work_on_the_case_may_and_those_who_only_see_it_may_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    school = {"caseId": family.case, "practitionerId": gid("practitioner", "school"), "part": "School attendance"}
    api.do("worker", "addTeamMember", "teamMember { id }", **school)

    assert amend(api, family.jake, "colleague", givenName="Jacob")["version"] == 2
    assert amend(api, family.mother, "manager", givenName="Sara")["version"] == 2
    assert refused(api, family.jake, "school", version=2, givenName="Jack") == [("NOT_PERMITTED", [])]
    assert refused(api, family.jake, "service_manager", version=2, givenName="Jack") == [("NOT_PERMITTED", [])]
    assert refused(api, family.jake, "southerner", version=2, givenName="Jack") == [("NOT_FOUND", [])]


def test_a_case_that_has_ended_does_not_stand_in_the_way_of_a_correction(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    family.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="Another family.")

    assert amend(api, family.jake, givenName="Jacob")["givenName"] == "Jacob"
