"""The search for somebody who already helps a child: the minimal answer, and never more."""

import pytest

from service.involvement.facts import involvement_checked
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

CHECK = """involvementCheck {
    id revision note children { id } findings { person { id } agency since leadName leadRole leadPhone }
}"""


@pytest.fixture
def twice(family: Family) -> Family:
    """The family, on a case under assessment and again on one in its first state."""
    family.assessing()
    family.ask_for_help()
    return family


def test_keeps_that_nobody_was_found(api: Api, family: Family) -> None:
    family.requested()
    assert fact(family, involvement_checked) is False

    found = api.do("triage", "checkInvolvement", CHECK, caseId=family.case)

    assert ({each["id"] for each in found["children"]}, found["findings"]) == (set(family.children), [])
    assert fact(family, involvement_checked) is True
    assert api.events("case", family.case)[-1] == "InvolvementChecked"


def test_tells_agency_day_and_lead_professional_of_a_case_that_one_may_not_see(api: Api, twice: Family) -> None:
    found = api.do("triage", "checkInvolvement", CHECK, caseId=twice.case)["findings"]

    assert {each["person"]["id"] for each in found} == set(twice.children)
    told = {(each["agency"], each["leadName"], each["leadRole"], each["leadPhone"]) for each in found}
    assert told == {("Early Help", "Priya Nair", "Practitioner", None)}
    assert api.ask("triage", "query($id: ID!) { case(id: $id) { id } }", id=other(api, twice))["case"] is None


def other(api: Api, twice: Family) -> str:
    [row] = api.sql("SELECT 'case_' || id AS id FROM cases WHERE 'case_' || id <> $1", twice.case)
    return str(row["id"])


def test_tells_nothing_of_a_case_without_agreement_to_who_may_not_see_it(api: Api, twice: Family) -> None:
    twice.withdraw_all()

    assert api.do("triage", "checkInvolvement", CHECK, caseId=twice.case)["findings"] == []


def test_a_child_who_joins_later_has_to_be_searched_for(api: Api, family: Family) -> None:
    family.requested()
    api.do("triage", "checkInvolvement", CHECK, caseId=family.case)
    api.sql("UPDATE involvement_check SET child_ids = child_ids[1:1]")

    assert fact(family, involvement_checked) is False


def test_refuses_who_may_not_see_the_case(api: Api, family: Family) -> None:
    family.requested()

    assert [each["code"] for each in api.refused("southerner", "checkInvolvement", CHECK, caseId=family.case)] == ["NOT_FOUND"]
