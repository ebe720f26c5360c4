"""Who had a part in something does not check it, and who is on the team around the family alone does not read all that happened."""

from tests.functional.api import Api
from tests.functional.assessments import save, write_all
from tests.functional.council import gid
from tests.functional.families import CASE, Family

HISTORY = "query($id: ID!) { case(id: $id) { familyName history(first: 50) { totalCount edges { node { kind note } } } } }"


def test_who_submitted_an_assessment_neither_signs_it_off_nor_returns_it(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    family.step("triage", "allocateCase", workerId=gid("practitioner", "manager"))
    for child in family.children:
        family.agree(child)
    family.step("manager", "startAssessment")
    write_all(family, who="manager")
    family.move("manager", "submit")

    for trigger in ("sign_off", "return_assessment"):
        [problem] = api.refused("manager", "moveCase", CASE, caseId=family.case, expectedVersion=family.version(), trigger=trigger)

        assert (problem["code"], problem["reason"]) == ("NOT_PERMITTED", "separation")


def test_who_was_lead_professional_in_the_review_does_not_close_the_case(api: Api, family: Family) -> None:
    family.reviewing_with_the_manager_as_lead()
    [lead] = api.sql("SELECT 'lead_' || id AS id FROM lead_professional WHERE ended_at IS NULL")
    api.do("manager", "endLeadProfessional", "leadProfessional { id }", leadId=lead["id"], handover="To nobody.")

    [problem] = api.refused("manager", "closeCase", CASE, caseId=family.case, expectedVersion=family.version(), reason="NEEDS_MET")

    assert (problem["code"], problem["reason"]) == ("NOT_PERMITTED", "separation")


def test_who_could_not_reach_the_family_does_not_confirm_it(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    family.step("triage", "allocateCase", workerId=gid("practitioner", "manager"))

    [problem] = api.refused("manager", "recordNoContact", CASE, caseId=family.case, expectedVersion=family.version(), note="No answer.")

    assert (problem["code"], problem["reason"]) == ("NOT_PERMITTED", "separation")


def test_the_team_around_the_family_sees_the_case_and_not_its_history(api: Api, family: Family) -> None:
    family.assessing()
    family.join("school")

    seen = api.ask("school", HISTORY, id=family.case)["case"]
    whole = api.ask("worker", HISTORY, id=family.case)["case"]

    assert (seen["familyName"], seen["history"]) == ("Harlow", {"totalCount": 0, "edges": []})
    assert whole["history"]["totalCount"] == family.version()


def test_who_wrote_in_the_assessment_alone_sees_the_case_and_not_its_history(api: Api, family: Family) -> None:
    family.assessing()
    family.join("school")
    save(api, family, "school")
    api.sql("UPDATE team_member SET left_at = now()")

    seen = api.ask("school", HISTORY, id=family.case)["case"]

    assert (seen["familyName"], seen["history"]) == ("Harlow", {"totalCount": 0, "edges": []})


def test_who_once_added_a_person_does_not_edit_them_once_a_case_holds_them(api: Api, family: Family) -> None:
    added = api.do("school", "addPerson", "person { id }", givenName="Pip", familyName="Harlow", kind="CHILD", birthDate="2019-01-05")["id"]
    api.sql("UPDATE person SET unattached = false WHERE 'person_' || id = $1", added)
    family.assessing()
    family.join("school")
    household = family.household.removeprefix("household_")
    api.sql(
        "INSERT INTO household_member (id, household_id, person_id, role, joined_at) "
        f"SELECT gen_random_uuid(), '{household}', id, 'child', now() FROM person WHERE given_name = 'Pip'"
    )

    [problem] = api.refused("school", "amendPerson", "person { id }", personId=added, expectedVersion=1, givenName="Pippin")

    assert problem["code"] == "NOT_PERMITTED"
