"""Ending the role of a lead professional before there is another one."""

from tests.functional.api import Api
from tests.functional.families import Family

LEAD = "leadProfessional { id endedAt handover }"


def lead(api: Api, family: Family) -> str:
    asked = "query($id: ID!) { case(id: $id) { leadProfessionals { id } } }"
    return str(api.ask("worker", asked, id=family.case)["case"]["leadProfessionals"][-1]["id"])


def test_ends_the_role_with_a_handover(api: Api, family: Family) -> None:
    family.planning()
    version = family.version()

    found = api.do("worker", "endLeadProfessional", LEAD, leadId=lead(api, family), handover="Ring on Fridays.")

    assert found["endedAt"] is not None
    assert found["handover"] == "Ring on Fridays."
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "LeadProfessionalEnded"


def test_refuses_what_has_ended_who_may_not_and_who_may_not_see(api: Api, family: Family) -> None:
    family.planning()
    held = lead(api, family)

    assert [each["code"] for each in api.refused("colleague", "endLeadProfessional", LEAD, leadId=held)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "endLeadProfessional", LEAD, leadId=held)] == ["NOT_FOUND"]
    api.do("worker", "endLeadProfessional", LEAD, leadId=held)
    assert [each["code"] for each in api.refused("manager", "endLeadProfessional", LEAD, leadId=held)] == ["ALREADY_DONE"]
