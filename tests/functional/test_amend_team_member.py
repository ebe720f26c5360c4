"""Saying anew what a practitioner does for the family."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family

MEMBER = "teamMember { id part }"


def joined(api: Api, family: Family) -> str:
    family.awaiting_agreement()
    asked = {"caseId": family.case, "practitionerId": gid("practitioner", "school"), "part": "School attendance"}
    return str(api.do("worker", "addTeamMember", MEMBER, **asked)["id"])


def test_says_anew_what_they_do(api: Api, family: Family) -> None:
    member, version = joined(api, family), family.version()

    found = api.do("worker", "amendTeamMember", MEMBER, teamMemberId=member, expectedVersion=version, part="Breakfast club")

    assert found == {"id": member, "part": "Breakfast club"}
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "TeamMemberAmended"


def test_refuses_no_change_an_old_version_who_may_not_and_who_may_not_see(api: Api, family: Family) -> None:
    member = joined(api, family)
    asked: dict[str, Any] = {"teamMemberId": member, "expectedVersion": family.version(), "part": "Breakfast club"}

    for who, more, code in (
        ("worker", {"part": "School attendance"}, "ALREADY_DONE"),
        ("worker", {"expectedVersion": 1}, "CONFLICT"),
        ("school", {}, "NOT_PERMITTED"),
        ("southerner", {}, "NOT_FOUND"),
    ):
        assert [each["code"] for each in api.refused(who, "amendTeamMember", MEMBER, **{**asked, **more})] == [code]
