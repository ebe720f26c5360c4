"""Bringing a practitioner into the team around the family."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family

MEMBER = "teamMember { id part practitioner { name } joinedAt leftAt }"


def joining(family: Family, who: str = "school") -> dict[str, Any]:
    return {"caseId": family.case, "practitionerId": gid("practitioner", who), "part": "School attendance"}


def refused(api: Api, who: str, asked: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "addTeamMember", MEMBER, **asked)]


def test_adds_somebody_who_from_then_on_sees_the_case(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    version, asked = family.version(), "query($id: ID!) { case(id: $id) { id } }"
    assert api.ask("school", asked, id=family.case) == {"case": None}

    found = api.do("worker", "addTeamMember", MEMBER, **joining(family))

    assert (found["part"], found["practitioner"]["name"], found["leftAt"]) == ("School attendance", "Helen Shaw", None)
    assert api.ask("school", asked, id=family.case) == {"case": {"id": family.case}}
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "TeamMemberAdded"


def test_refuses_who_is_on_it_already_who_has_left_the_service_and_nobody(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    api.do("worker", "addTeamMember", MEMBER, **joining(family))
    api.sql("UPDATE practitioner SET ended_at = now() WHERE email LIKE 'nurse@%'")

    assert refused(api, "worker", joining(family)) == [("ALREADY_DONE", ["practitionerId"])]
    assert refused(api, "worker", joining(family, "nurse")) == [("BAD_USER_INPUT", ["practitionerId"])]
    assert refused(api, "worker", joining(family, "nobody")) == [("NOT_FOUND", ["practitionerId"])]


def test_refuses_a_case_that_has_ended_who_may_not_and_who_may_not_see(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert refused(api, "colleague", joining(family)) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", joining(family)) == [("NOT_FOUND", [])]
    family.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="Another family.")
    assert refused(api, "worker", joining(family)) == [("REFUSED", ["caseId"])]
