"""A case that is left without a lead professional waits for the next one, five working days."""

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.plans import Plan
from tests.functional.recording import kinds


def the_lead(api: Api) -> str:
    [row] = api.sql("SELECT 'lead_' || id AS id FROM lead_professional WHERE ended_at IS NULL")
    return str(row["id"])


def name(api: Api, family: Family, who: str) -> None:
    given = {"caseId": family.case, "practitionerId": gid("practitioner", who), "kind": "AGREED"}
    api.do("manager", "nameLeadProfessional", "leadProfessional { id }", **given)


def test_a_role_that_ends_begins_the_wait_and_the_next_one_ends_it(api: Api, family: Family) -> None:
    family.plan_active()
    assert "LEAD_TO_BE_AGREED" not in kinds(family, "worker")

    api.do("worker", "endLeadProfessional", "leadProfessional { id }", leadId=the_lead(api))
    assert "LEAD_TO_BE_AGREED" in kinds(family, "worker")

    name(api, family, "colleague")
    assert "LEAD_TO_BE_AGREED" not in kinds(family, "worker")


def test_a_meeting_that_agrees_the_next_one_ends_the_wait(api: Api, family: Family) -> None:
    family.plan_active()
    api.do("worker", "endLeadProfessional", "leadProfessional { id }", leadId=the_lead(api))

    Plan(api, family).meet(agreedLeadId=gid("practitioner", "colleague"))

    assert "LEAD_TO_BE_AGREED" not in kinds(family, "worker")


def test_one_after_the_other_leaves_no_gap(api: Api, family: Family) -> None:
    family.plan_active()

    name(api, family, "colleague")

    assert api.sql("SELECT id FROM wait WHERE kind = 'lead_to_be_agreed'") == []


def test_an_account_that_ends_leaves_its_open_cases_waiting_and_no_other(api: Api, family: Family) -> None:
    family.plan_active()
    closed = family.case
    api.sql("UPDATE cases SET closed_at = now(), reason = 'NEEDS_MET' WHERE 'case_' || id = $1", closed)
    family.plan_active()

    given = {"practitionerId": gid("practitioner", "worker"), "expectedVersion": 1}
    api.do("administrator", "endPractitioner", "practitioner { id }", **given)

    rows = api.sql("SELECT 'case_' || case_id AS id, ended_at FROM wait WHERE kind = 'lead_to_be_agreed'")
    assert [(row["id"], row["ended_at"]) for row in rows] == [(family.case, None)]
