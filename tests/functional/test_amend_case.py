"""The name under which a case is found can be corrected."""

from tests.functional.api import Api
from tests.functional.families import CASE, Family


def test_corrects_the_name_and_keeps_the_one_before_in_the_journal(api: Api, family: Family) -> None:
    family.assessing()

    family.step("worker", "amendCase", familyName="Harlow-Reed")

    assert api.sql("SELECT family_name FROM cases")[0]["family_name"] == "Harlow-Reed"
    [event] = api.sql("SELECT payload FROM event WHERE kind = 'CaseAmended'")
    assert '"before":{"family_name":"Harlow"}' in event["payload"]


def test_says_so_when_nothing_would_change(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused("worker", "amendCase", CASE, caseId=family.case, expectedVersion=family.version(), familyName="Harlow")

    assert problem["code"] == "ALREADY_DONE"


def test_refuses_a_blank_name(api: Api, family: Family) -> None:
    family.assessing()

    [problem] = api.refused("worker", "amendCase", CASE, caseId=family.case, expectedVersion=family.version(), familyName="  ")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["familyName"])
