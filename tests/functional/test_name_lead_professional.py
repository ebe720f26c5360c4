"""Naming a lead professional, which ends the role of the one before."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.recording import end_early

LEAD = "leadProfessional { id kind practitioner { name } startedAt endedAt handover }"


@pytest.fixture
def home(family: Family) -> Family:
    """The family, while its worker assesses as acting lead professional."""
    family.assessing()
    return family


def name(home: Family, who: str, **more: Any) -> dict[str, Any]:
    return {"caseId": home.case, "practitionerId": gid("practitioner", who), "kind": "AGREED", **more}


def refused(api: Api, who: str, asked: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "nameLeadProfessional", LEAD, **asked)]


def test_names_one_and_ends_the_one_before_at_the_same_instant(api: Api, home: Family) -> None:
    version = home.version()

    found = api.do("worker", "nameLeadProfessional", LEAD, **name(home, "colleague", handover="The plan is on the shared drive."))

    assert (found["kind"], found["practitioner"]["name"], found["endedAt"]) == ("AGREED", "Tom Ashworth", None)
    asked = "query($id: ID!) { case(id: $id) { leadProfessionals { kind endedAt handover } } }"
    [before, _] = api.ask("worker", asked, id=home.case)["case"]["leadProfessionals"]
    assert before == {"kind": "ACTING", "endedAt": found["startedAt"], "handover": "The plan is on the shared drive."}
    assert home.version() == version + 1
    assert api.events("case", home.case)[-1] == "LeadProfessionalNamed"


def test_an_acting_one_can_be_agreed(api: Api, home: Family) -> None:
    assert refused(api, "worker", name(home, "worker", kind="ACTING")) == [("ALREADY_DONE", ["practitionerId"])]

    found = api.do("worker", "nameLeadProfessional", LEAD, **name(home, "worker"))

    assert found["kind"] == "AGREED"


def test_names_somebody_of_the_team_around_the_family_and_nobody_else(api: Api, home: Family) -> None:
    assert refused(api, "worker", name(home, "school")) == [("BAD_USER_INPUT", ["practitionerId"])]
    part = {"caseId": home.case, "practitionerId": gid("practitioner", "school"), "part": "School attendance"}
    api.do("worker", "addTeamMember", "teamMember { id }", **part)

    assert api.do("worker", "nameLeadProfessional", LEAD, **name(home, "school"))["practitioner"]["name"] == "Helen Shaw"


def test_refuses_an_ended_account(api: Api, home: Family) -> None:
    api.sql("UPDATE practitioner SET ended_at = now() WHERE email LIKE 'colleague@%'")

    assert refused(api, "worker", name(home, "colleague")) == [("BAD_USER_INPUT", ["practitionerId"])]


def test_refuses_a_handover_of_nobody(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert refused(api, "worker", name(family, "colleague", handover="Nothing yet.")) == [("BAD_USER_INPUT", ["handover"])]


def test_refuses_a_case_that_has_ended_who_may_not_and_who_may_not_see(api: Api, home: Family) -> None:
    assert refused(api, "colleague", name(home, "colleague")) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", name(home, "colleague")) == [("NOT_FOUND", [])]
    end_early(home)
    assert refused(api, "worker", name(home, "colleague")) == [("REFUSED", ["caseId"])]
