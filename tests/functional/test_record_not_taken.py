"""Social care can say that it will not take the case."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.concerns import tell
from tests.functional.families import CASE, Family

TODAY = dt.date.today().isoformat()


def test_records_the_decision_and_leaves_the_case_where_it_is(api: Api, family: Family) -> None:
    family.assessing()
    tell(family, family.jake)

    case = family.step(
        "worker",
        "recordNotTaken",
        childIds=[family.jake],
        decidedBy="J. Moss, team manager",
        decidedOn=TODAY,
        why="Below the threshold.",
        advice="Go on.",
    )

    assert case["state"] == "assessing"
    assert api.events("case", family.case)[-1] == "StepUpDeclined"


def test_refuses_a_decision_of_tomorrow(api: Api, family: Family) -> None:
    family.assessing()
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], "decidedBy": "J. Moss"}

    [problem] = api.refused("worker", "recordNotTaken", CASE, **given, decidedOn="2199-01-01", why="Below the threshold.", advice="Go on.")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["decidedOn"])


def test_refuses_somebody_of_another_agency_on_the_team(api: Api, family: Family) -> None:
    family.assessing()
    family.join("school")
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], "decidedBy": "J. Moss"}

    [problem] = api.refused("school", "recordNotTaken", CASE, **given, decidedOn=TODAY, why="Below the threshold.", advice="Go on.")

    assert problem["code"] == "NOT_PERMITTED"


def test_refuses_a_decision_of_before_the_case(api: Api, family: Family) -> None:
    family.assessing()
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], "decidedBy": "J. Moss"}

    [problem] = api.refused("worker", "recordNotTaken", CASE, **given, decidedOn="1900-01-01", why="Below the threshold.")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["decidedOn"])


def test_refuses_a_decision_about_nobody(api: Api, family: Family) -> None:
    family.assessing()
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [], "decidedBy": "J. Moss"}

    [problem] = api.refused("worker", "recordNotTaken", CASE, **given, decidedOn=TODAY, why="Below the threshold.")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["childIds"])
