"""Correcting how somebody is lead professional, and what the next one was told."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.assessments import write_all
from tests.functional.families import Family
from tests.functional.recording import end_early, find_level

LEAD = "leadProfessional { id kind handover }"


@pytest.fixture
def lead(api: Api, family: Family) -> str:
    """The id of the worker's time as acting lead professional."""
    family.assessing()
    [row] = api.sql("SELECT 'lead_' || id AS id FROM lead_professional")
    return str(row["id"])


def ended(api: Api, lead: str) -> None:
    api.do("worker", "endLeadProfessional", LEAD, leadId=lead, handover="Ring before nine.")


def test_corrects_that_a_meeting_agreed_them(api: Api, family: Family, lead: str) -> None:
    version = family.version()

    found = api.do("worker", "amendLeadProfessional", LEAD, leadId=lead, expectedVersion=version, kind="AGREED")

    assert found == {"id": lead, "kind": "AGREED", "handover": None}
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "LeadProfessionalAmended"


def test_corrects_and_removes_what_the_next_one_was_told(api: Api, family: Family, lead: str) -> None:
    ended(api, lead)

    for words in ("Ring before eight.", None):
        found = api.do("manager", "amendLeadProfessional", LEAD, leadId=lead, expectedVersion=family.version(), handover=words)

        assert found == {"id": lead, "kind": "ACTING", "handover": words}
    before = {"kind": "acting", "handover": "Ring before eight."}
    assert api.last_payload("case", family.case)["before"] == before


def test_refuses_a_handover_while_the_role_goes_on(api: Api, family: Family, lead: str) -> None:
    [problem] = api.refused("worker", "amendLeadProfessional", LEAD, leadId=lead, expectedVersion=family.version(), handover="Ring.")

    assert (problem["code"], problem["path"], problem["reason"]) == ("BAD_USER_INPUT", ["handover"], "role_goes_on")


def test_refuses_no_change_no_kind_an_old_version_who_may_not_and_who_may_not_see(api: Api, family: Family, lead: str) -> None:
    family.join("school")
    asked: dict[str, Any] = {"leadId": lead, "expectedVersion": family.version(), "kind": "AGREED"}

    for who, more, code in (
        ("worker", {"kind": "ACTING"}, "ALREADY_DONE"),
        ("worker", {"kind": None}, "BAD_USER_INPUT"),
        ("worker", {"expectedVersion": 1}, "CONFLICT"),
        ("school", {}, "NOT_PERMITTED"),
        ("southerner", {}, "NOT_FOUND"),
    ):
        assert [each["code"] for each in api.refused(who, "amendLeadProfessional", LEAD, **{**asked, **more})] == [code]


def test_refuses_a_case_that_has_ended(api: Api, family: Family, lead: str) -> None:
    end_early(family)

    [problem] = api.refused("manager", "amendLeadProfessional", LEAD, leadId=lead, expectedVersion=family.version(), kind="AGREED")

    assert (problem["code"], problem["reason"]) == ("REFUSED", "case_ended")


def test_an_agreed_lead_professional_lets_the_plan_start(api: Api, family: Family, lead: str) -> None:
    write_all(family)
    family.move("worker", "submit")
    find_level(family)
    family.move("manager", "sign_off")
    family.make_plan()
    step = {"caseId": family.case, "trigger": "start_plan"}
    [problem] = api.refused("worker", "moveCase", "case { id }", expectedVersion=family.version(), **step)
    assert problem["reason"] == "lead_professional_in_place"

    api.do("worker", "amendLeadProfessional", LEAD, leadId=lead, expectedVersion=family.version(), kind="AGREED")

    family.move("worker", "start_plan")
    assert family.state() == "plan_active"
