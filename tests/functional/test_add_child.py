"""Another child of the family can join a case."""

from tests.functional.api import Api
from tests.functional.assessments import write_all
from tests.functional.families import CASE, Family


def nia_at_home(family: Family) -> str:
    """Enter another child of the household."""
    nia = family.person("Nia", "CHILD", birthDate="2021-06-01")
    family.live_together(nia)
    return nia


def test_brings_a_child_into_the_case(api: Api, family: Family) -> None:
    family.assessing()
    nia = nia_at_home(family)

    family.step("worker", "addChild", personId=nia)

    assert api.sql("SELECT count(*) FROM case_child WHERE ended_at IS NULL")[0][0] == 3
    assert api.events("case", family.case)[-1] == "ChildAdded"


def test_asks_for_the_agreement_for_the_child_before_the_next_step(api: Api, family: Family) -> None:
    family.assessing()
    family.step("worker", "addChild", personId=nia_at_home(family))
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


def test_refuses_a_child_who_does_not_belong_to_the_household_and_says_what_to_do(api: Api, family: Family) -> None:
    family.assessing()
    nia = family.person("Nia", "CHILD", birthDate="2021-06-01")

    [problem] = api.refused("worker", "addChild", CASE, caseId=family.case, expectedVersion=family.version(), personId=nia)

    assert (problem["code"], problem["path"], problem["reason"]) == ("BAD_USER_INPUT", ["personId"], "of_the_household")
    assert "Add them to the household first" in problem["message"]


def test_a_child_whose_help_ended_can_come_back_and_both_times_stay_on_record(api: Api, family: Family) -> None:
    family.planning()
    family.step("worker", "endForChild", personId=family.mia, reason="NEEDS_MET", note="She is well.")

    family.step("worker", "addChild", personId=family.mia)
    family.step("worker", "endForChild", personId=family.mia, reason="SINGLE_AGENCY", note="The school helps; it agreed.")
    family.step("worker", "addChild", personId=family.mia)

    found = api.ask("worker", "query($id: ID!) { case(id: $id) { children { person { id } endReason } } }", id=family.case)
    stays = [child["endReason"] for child in found["case"]["children"] if child["person"]["id"] == family.mia]
    assert stays == ["NEEDS_MET", "SINGLE_AGENCY", None]
    assert api.refused("worker", "addChild", CASE, caseId=family.case, expectedVersion=family.version(), personId=family.mia)
