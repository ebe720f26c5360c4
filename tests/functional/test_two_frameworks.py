"""Cases of both frameworks beside each other: each is told in the words of its own workflow."""

from typing import Any

from tests.functional.api import Api
from tests.functional.families import CommonAssessment, Family
from tests.functional.pages import Pages

TOLD = """query($id: ID!) { case(id: $id) {
    stateTitle stateKind stateOwner way { title status } visits { state stateTitle }
    history(first: 99) { edges { node { fromTitle toTitle } } }
    availableMoves { trigger title } assessments { form } } }"""


def told(api: Api, family: Family) -> Any:
    """Ask how a family's case is told."""
    return api.ask("worker", TOLD, id=family.case)["case"]


def test_the_same_key_is_told_in_the_words_of_the_cases_own_workflow(api: Api, family: Family) -> None:
    family.reviewing()
    common = CommonAssessment(api)
    common.reviewing()

    early, caf = told(api, family), told(api, common)

    def titles(found: Any, state: str) -> set[str]:
        return {visit["stateTitle"] for visit in found["visits"] if visit["state"] == state}

    assert (early["stateTitle"], caf["stateTitle"]) == ("In review", "Team around the child review")
    assert (titles(early, "assessing"), titles(caf, "assessing")) == ({"Assessment under way"}, {"Common assessment under way"})
    assert (early["assessments"], caf["assessments"]) == ([{"form": "early-help"}], [{"form": "caf"}])
    last = [found["history"]["edges"][0]["node"] for found in (early, caf)]
    assert last == [
        {"fromTitle": "Plan under way", "toTitle": "In review"},
        {"fromTitle": "Delivery plan under way", "toTitle": "Team around the child review"},
    ]
    assert [step["title"] for step in caf["way"]][:2] == ["Need identified", "Consent asked for"]
    assert {"trigger": "continue_plan", "title": "Continue with the plan"} in caf["availableMoves"]


def test_triage_has_the_first_states_of_both_in_its_list_and_a_worker_of_the_team_does_not(api: Api, family: Family) -> None:
    family.requested()
    common = CommonAssessment(api)
    common.requested()
    asked = "{ worklist(first: 9) { edges { node { state } } } }"

    def listed(who: str) -> list[str]:
        return sorted(edge["node"]["state"] for edge in api.ask(who, asked)["worklist"]["edges"])

    assert listed("triage") == ["identified", "requested"]
    assert listed("worker") == []


def test_triage_no_longer_sees_a_common_assessment_that_has_begun(api: Api) -> None:
    common = CommonAssessment(api)
    common.awaiting_agreement()
    asked = "query($id: ID!) { case(id: $id) { state } }"
    assert api.ask("triage", asked, id=common.case)["case"] == {"state": "seeking_consent"}
    for child in common.children:
        common.agree(child)

    common.step("worker", "startAssessment")

    assert api.ask("triage", asked, id=common.case)["case"] is None


def test_the_list_of_cases_offers_the_states_of_both(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    common = CommonAssessment(api)
    common.awaiting_agreement()

    page = Pages(api, "worker").get("/?view=team")
    chosen = Pages(api, "worker").get("/?view=team&state=seeking_consent")

    assert "Waiting for the family's agreement" in page.text and "Consent asked for" in page.text
    assert '<option value="seeking_consent" selected>' in chosen.html
    assert "1 case" in chosen.text


def test_a_step_of_the_other_framework_is_refused(api: Api) -> None:
    common = CommonAssessment(api)
    common.searched()

    given = {"caseId": common.case, "expectedVersion": common.version(), "trigger": "begin_triage"}
    [problem] = api.refused("triage", "moveCase", "case { id }", **given)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["trigger"])
