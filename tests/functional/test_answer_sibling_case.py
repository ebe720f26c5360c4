"""Saying of a brother's or sister's case whether to join it or stay apart, before an assessment starts."""

from service.linked_cases.facts import siblings_unconsidered
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.siblings import DECISION, answer, part

HINT = "query($id: ID!) { case(id: $id) { siblingCases { siblingId name agency since leadName isConsidered } } }"


def test_a_sibling_with_a_case_of_their_own_has_to_be_considered(api: Api, family: Family) -> None:
    part(family)
    assert fact(family, siblings_unconsidered) == [{"child": "Jake", "contact": "Priya Nair, Practitioner, Early Help"}]
    [hint] = api.ask("worker", HINT, id=family.case)["case"]["siblingCases"]
    assert (hint["siblingId"], hint["agency"], hint["leadName"], hint["isConsidered"]) == (family.jake, "Early Help", "Priya Nair", False)

    found = api.do("worker", "answerSiblingCase", DECISION, **answer(family))

    assert (found["answer"], found["sibling"]) == ("APART", {"id": family.jake})
    assert fact(family, siblings_unconsidered) == []
    assert api.ask("worker", HINT, id=family.case)["case"]["siblingCases"][0]["isConsidered"] is True
    assert api.events("case", family.case)[-1] == "SiblingCaseConsidered"


def test_a_sibling_whose_case_has_ended_has_not(api: Api, family: Family) -> None:
    first = part(family)
    api.sql("UPDATE cases SET closed_at = now(), reason = 'NEEDS_MET' WHERE 'case_' || id = $1", first)

    assert fact(family, siblings_unconsidered) == []


def test_refuses_a_second_answer(api: Api, family: Family) -> None:
    part(family)
    api.do("worker", "answerSiblingCase", DECISION, **answer(family))

    [problem] = api.refused("worker", "answerSiblingCase", DECISION, **answer(family, answer="JOIN"))
    assert (problem["code"], problem["path"]) == ("ALREADY_DONE", ["siblingId"])


def test_refuses_who_has_no_case_of_their_own_and_who_may_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    given = answer(family, siblingId=family.mia)

    [problem] = api.refused("worker", "answerSiblingCase", DECISION, **given)
    assert (problem["code"], problem["path"]) == ("NOT_FOUND", ["siblingId"])
    assert [each["code"] for each in api.refused("colleague", "answerSiblingCase", DECISION, **given)] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "answerSiblingCase", DECISION, **given)] == ["NOT_FOUND"]
