"""Accepting a request gives it to the team that will work with the family."""

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import CASE, Family


def test_gives_the_case_to_the_team_that_is_named(api: Api, family: Family) -> None:
    family.decided()

    case = family.step("triage", "acceptRequest", teamId=gid("team", "North Family Team"), note="Early help.")

    assert (case["state"], case["team"]["id"]) == ("awaiting_agreement", gid("team", "North Family Team"))
    assert api.events("case", family.case)[-1] == "RequestAccepted"
    [stay] = api.sql("SELECT team_id FROM visit WHERE left_at IS NULL")
    assert f"team_{stay['team_id']}" == gid("team", "North Family Team")


def test_leaves_the_case_with_its_team_when_none_is_named(api: Api, family: Family) -> None:
    family.decided()

    case = family.step("triage", "acceptRequest")

    assert case["team"]["id"] == gid("team", "Front Door")


def test_refuses_a_team_that_there_is_not(api: Api, family: Family) -> None:
    family.decided()

    [problem] = api.refused(
        "triage", "acceptRequest", CASE, caseId=family.case, expectedVersion=family.version(), teamId=gid("team", "Moon Team")
    )

    assert (problem["code"], problem["path"]) == ("NOT_FOUND", ["teamId"])
