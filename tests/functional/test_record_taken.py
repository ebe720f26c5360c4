"""Social care can take a child; the case stays until it is stepped up."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.families import CASE, Family

TODAY = dt.date.today().isoformat()


def test_records_the_decision_and_leaves_the_case_where_it_is(api: Api, family: Family) -> None:
    family.assessing()

    case = family.step(
        "worker", "recordTaken", childIds=[family.jake], decidedBy="J. Moss, team manager", decidedOn=TODAY, route="CHILD_IN_NEED"
    )

    assert case["state"] == "assessing"
    assert api.events("case", family.case)[-1] == "StepUpAgreed"


def test_refuses_a_decision_of_tomorrow(api: Api, family: Family) -> None:
    family.assessing()
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], "decidedBy": "J. Moss"}

    [problem] = api.refused("worker", "recordTaken", CASE, **given, decidedOn="2199-01-01", route="CHILD_IN_NEED")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["decidedOn"])


def test_refuses_somebody_of_another_agency_on_the_team(api: Api, family: Family) -> None:
    family.assessing()
    family.join("school")
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], "decidedBy": "J. Moss"}

    [problem] = api.refused("school", "recordTaken", CASE, **given, decidedOn=TODAY, route="CHILD_IN_NEED")

    assert problem["code"] == "NOT_PERMITTED"


def test_refuses_a_decision_of_before_the_case(api: Api, family: Family) -> None:
    family.assessing()
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], "decidedBy": "J. Moss"}

    [problem] = api.refused("worker", "recordTaken", CASE, **given, decidedOn="1900-01-01", route="CHILD_IN_NEED")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["decidedOn"])


def test_refuses_a_decision_about_nobody(api: Api, family: Family) -> None:
    family.assessing()
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [], "decidedBy": "J. Moss"}

    [problem] = api.refused("worker", "recordTaken", CASE, **given, decidedOn=TODAY, route="CHILD_IN_NEED")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["childIds"])
