"""Amending a use of the risk tool: with a reason, factor by factor; what it said before is in the history."""

import pytest

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.risks import RISK, TEXTS, assessing


@pytest.fixture
def risk(api: Api, family: Family) -> str:
    """The id of a use of the tool."""
    family.in_triage()
    return str(api.do("triage", "recordRiskAssessment", RISK, **assessing(family))["id"])


def test_amends_one_factor_and_one_text(api: Api, family: Family, risk: str) -> None:
    factors = [{"factor": "HISTORY", "presence": "PRESENT", "known": "A plan in 2023."}]

    found = api.do(
        "triage",
        "amendRiskAssessment",
        RISK,
        riskAssessmentId=risk,
        expectedRevision=1,
        reason="The old file came.",
        factors=factors,
        harm="Neglect, earlier.",
    )

    assert (found["revision"], found["harm"], len(found["factors"])) == (2, "Neglect, earlier.", 19)
    assert {"factor": "HISTORY", "presence": "PRESENT", "known": "A plan in 2023."} in found["factors"]
    said = api.last_payload("case", family.case)
    assert (said["before"]["harm"], said["why"]) == (TEXTS["harm"], "The old file came.")
    assert said["before"]["answers"]["factors"]["history"]["presence"] == "not_present"


def test_refuses_an_old_revision_nothing_new_an_emptied_text_and_an_unknown_without_a_word(api: Api, risk: str) -> None:
    given = {"riskAssessmentId": risk, "expectedRevision": 1, "reason": "Wrong."}
    unknown = [{"factor": "HISTORY", "presence": "NOT_KNOWN"}]

    def code(**more: object) -> tuple[str, list[str]]:
        [problem] = api.refused("triage", "amendRiskAssessment", RISK, **{**given, **more})
        return problem["code"], problem["path"]

    assert code(expectedRevision=2, harm="Else.") == ("CONFLICT", ["expectedRevision"])
    assert code(harm=TEXTS["harm"]) == ("ALREADY_DONE", [])
    assert code(harm=None) == ("BAD_USER_INPUT", ["harm"])
    assert code(factors=unknown) == ("BAD_USER_INPUT", ["notKnown"])


def test_hides_it_from_who_may_not_see_the_case(api: Api, risk: str) -> None:
    given = {"riskAssessmentId": risk, "expectedRevision": 1, "reason": "Wrong.", "harm": "Else."}

    assert [each["code"] for each in api.refused("southerner", "amendRiskAssessment", RISK, **given)] == ["NOT_FOUND"]
