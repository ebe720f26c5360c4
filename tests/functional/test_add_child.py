"""Another child of the family can join a case."""

from tests.functional.api import Api
from tests.functional.assessments import write_all
from tests.functional.families import CASE, Family


def test_brings_a_child_into_the_case(api: Api, family: Family) -> None:
    family.assessing()
    nia = family.person("Nia", "CHILD", birthDate="2021-06-01")

    family.step("worker", "addChild", personId=nia)

    assert api.sql("SELECT count(*) FROM case_child WHERE ended_at IS NULL")[0][0] == 3
    assert api.events("case", family.case)[-1] == "ChildAdded"


def test_asks_for_the_agreement_for_the_child_before_the_next_step(api: Api, family: Family) -> None:
    family.assessing()
    family.step("worker", "addChild", personId=family.person("Nia", "CHILD", birthDate="2021-06-01"))
    write_all(family)

    [problem] = api.refused("worker", "moveCase", CASE, caseId=family.case, expectedVersion=family.version(), trigger="submit")

    assert problem["reason"] == "agreement_in_force"
    assert "Nia" in problem["message"]


def test_says_so_when_the_child_is_on_the_case_already(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused("worker", "addChild", CASE, caseId=family.case, expectedVersion=family.version(), personId=family.jake)

    assert problem["code"] == "ALREADY_DONE"


def test_refuses_an_adult(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused("worker", "addChild", CASE, caseId=family.case, expectedVersion=family.version(), personId=family.mother)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["personId"])
