"""Asking an agency what it knows of a family: it has two working days."""

from typing import Any

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.recording import kinds

QUESTION = "agencyQuestion { id question ground revision answer agency { name } askedBy { name } }"


def asking(family: Family, **more: Any) -> dict[str, Any]:
    """Return the input of a question to the school."""
    said = {"question": "Is Jake in school on time?", "ground": "The mother agreed by telephone."}
    return {"caseId": family.case, "agencyId": gid("agency", "Larkfield Primary"), **said, **more}


def test_keeps_the_question_and_waits(api: Api, family: Family) -> None:
    family.in_triage()

    found = api.do("triage", "askAgency", QUESTION, **asking(family))

    assert (found["agency"], found["askedBy"], found["revision"]) == ({"name": "Larkfield Primary"}, {"name": "Ewan Reid"}, 1)
    assert "INVOLVEMENT_ANSWER" in kinds(family)
    assert api.events("case", family.case)[-1] == "AgencyAsked"


def test_each_agency_has_a_clock_of_its_own(api: Api, family: Family) -> None:
    family.in_triage()

    for agency in ("Larkfield Primary", "Northmere Health"):
        api.do("triage", "askAgency", QUESTION, **asking(family, agencyId=gid("agency", agency)))

    assert kinds(family).count("INVOLVEMENT_ANSWER") == 2
    seen = api.ask("triage", "query($id: ID!) { case(id: $id) { agencyQuestions { agency { name } } } }", id=family.case)["case"]
    assert [each["agency"]["name"] for each in seen["agencyQuestions"]] == ["Larkfield Primary", "Northmere Health"]


def test_refuses_an_agency_that_is_none_no_ground_and_who_may_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    stranger = gid("agency", "Nobody")

    [problem] = api.refused("triage", "askAgency", QUESTION, **asking(family, agencyId=stranger))
    assert (problem["code"], problem["path"]) == ("NOT_FOUND", ["agencyId"])
    assert api.refused("triage", "askAgency", QUESTION, **asking(family, ground=" "))[0]["path"] == ["ground"]
    assert [each["code"] for each in api.refused("colleague", "askAgency", QUESTION, **asking(family))] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "askAgency", QUESTION, **asking(family))] == ["NOT_FOUND"]
