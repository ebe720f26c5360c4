"""Ending a practitioner's time on the team around the family."""

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family

MEMBER = "teamMember { id leftAt }"


def joined(api: Api, family: Family) -> str:
    family.awaiting_agreement()
    asked = {"caseId": family.case, "practitionerId": gid("practitioner", "school"), "part": "School attendance"}
    return str(api.do("worker", "addTeamMember", MEMBER, **asked)["id"])


def test_who_left_the_team_no_longer_sees_the_case(api: Api, family: Family) -> None:
    member, version = joined(api, family), family.version()

    found = api.do("worker", "endTeamMember", MEMBER, teamMemberId=member)

    assert found["leftAt"] is not None
    assert api.ask("school", "query($id: ID!) { case(id: $id) { id } }", id=family.case) == {"case": None}
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "TeamMemberEnded"


def test_refuses_who_has_left_who_may_not_and_who_may_not_see(api: Api, family: Family) -> None:
    member = joined(api, family)

    assert [each["code"] for each in api.refused("school", "endTeamMember", MEMBER, teamMemberId=member)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "endTeamMember", MEMBER, teamMemberId=member)] == ["NOT_FOUND"]
    api.do("worker", "endTeamMember", MEMBER, teamMemberId=member)
    assert [each["code"] for each in api.refused("worker", "endTeamMember", MEMBER, teamMemberId=member)] == ["ALREADY_DONE"]
