"""The assessment starts when the family has agreed and somebody has the case."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import CASE, Family


def test_makes_the_allocated_worker_acting_lead_professional(api: Api, family: Family) -> None:
    family.assessing()

    [lead] = api.sql("SELECT kind, practitioner_id, ended_at FROM lead_professional")
    assert (lead["kind"], f"practitioner_{lead['practitioner_id']}", lead["ended_at"]) == ("acting", gid("practitioner", "worker"), None)
    assert api.events("case", family.case)[-1] == "AssessmentStarted"


def test_refuses_until_the_family_has_agreed_and_names_the_children(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    family.agree(family.jake)

    [problem] = api.refused("worker", "startAssessment", CASE, caseId=family.case, expectedVersion=family.version())

    assert (problem["code"], problem["reason"]) == ("REFUSED", "agreement_in_force")
    assert "Mia" in problem["message"]
    assert "Jake" not in problem["message"]


def test_gives_every_reason_at_once(api: Api, family: Family) -> None:
    family.decided()
    family.step("triage", "acceptRequest")

    problems = api.refused("triage", "startAssessment", CASE, caseId=family.case, expectedVersion=family.version())

    assert [problem["reason"] for problem in problems] == ["agreement_in_force", "worker_allocated"]


def test_refuses_a_day_that_lies_ahead(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    tomorrow = (dt.date.today() + dt.timedelta(days=2)).isoformat()

    [problem] = api.refused("worker", "startAssessment", CASE, caseId=family.case, expectedVersion=family.version(), startedOn=tomorrow)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["startedOn"])


def test_refuses_a_day_before_the_case_was_opened(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    [problem] = api.refused("worker", "startAssessment", CASE, caseId=family.case, expectedVersion=family.version(), startedOn="1900-01-01")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["startedOn"])


def test_the_worker_holds_the_baton_after_a_lead_professional_whose_account_ended(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    for child in family.children:
        family.agree(child)
    named = {"caseId": family.case, "practitionerId": gid("practitioner", "colleague"), "kind": "AGREED"}
    api.do("worker", "nameLeadProfessional", "leadProfessional { id }", **named)
    api.do("administrator", "endPractitioner", "practitioner { id }", practitionerId=gid("practitioner", "colleague"), expectedVersion=1)

    family.step("worker", "startAssessment")

    asked = "query($id: ID!) { case(id: $id) { leadProfessionals { practitioner { name } kind endedAt } } }"
    leads = api.ask("worker", asked, id=family.case)["case"]["leadProfessionals"]
    assert [(each["practitioner"]["name"], each["kind"]) for each in leads if each["endedAt"] is None] == [("Priya Nair", "ACTING")]
