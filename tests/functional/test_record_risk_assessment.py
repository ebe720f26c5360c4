"""Using the risk tool: every factor thought of, about children of the case."""

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.recording import add_document, decide
from tests.functional.risks import RISK, assessing


def test_writes_every_factor_and_moves_nothing(api: Api, family: Family) -> None:
    family.in_triage()
    given = assessing(family)
    given["factors"][0] = {"factor": "NEGLECT", "presence": "SUSPECTED", "known": "The school says so."}

    found = api.do("triage", "recordRiskAssessment", RISK, **given)

    assert (len(found["factors"]), len(found["protectiveFactors"])) == (19, 8)
    assert {"factor": "NEGLECT", "presence": "SUSPECTED", "known": "The school says so."} in found["factors"]
    assert found["children"] == [{"id": family.jake}]
    assert (family.state(), api.events("case", family.case)[-1]) == ("triage", "RiskAssessed")


def test_a_threshold_decision_can_rest_on_it(api: Api, family: Family) -> None:
    add_document(api)
    family.in_triage()
    risk = api.do("triage", "recordRiskAssessment", RISK, **assessing(family))["id"]

    decide(family, 2, "EARLY_HELP_ASSESSMENT", riskAssessmentId=risk)

    asked = "query($id: ID!) { case(id: $id) { thresholdDecisions { riskAssessment { id } } riskAssessments { id } } }"
    found = api.ask("triage", asked, id=family.case)["case"]
    assert found == {"thresholdDecisions": [{"riskAssessment": {"id": risk}}], "riskAssessments": [{"id": risk}]}


def test_the_tool_says_what_it_asks(api: Api) -> None:
    tool = api.ask("worker", "{ riskTool { version factors { key label reminds } protectiveFactors { key } } }")["riskTool"]

    assert (tool["version"], len(tool["factors"]), len(tool["protectiveFactors"])) == (1, 19, 8)
    assert {"key": "SEXUAL", "label": "Sexual abuse", "reminds": True} in tool["factors"]


def test_refuses_factors_left_out_strangers_and_unknowns_that_nobody_explains(api: Api, family: Family) -> None:
    family.in_triage()
    given = assessing(family, childIds=[family.mother])
    given["factors"] = [{"factor": "HISTORY", "presence": "NOT_KNOWN"}]

    problems = api.refused("triage", "recordRiskAssessment", RISK, **given)

    assert [each["path"] for each in problems] == [["childIds", "0"], ["factors"], ["notKnown"]]


def test_refuses_who_may_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()

    assert [each["code"] for each in api.refused("colleague", "recordRiskAssessment", RISK, **assessing(family))] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "recordRiskAssessment", RISK, **assessing(family))] == ["NOT_FOUND"]
