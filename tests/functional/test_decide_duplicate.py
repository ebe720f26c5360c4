"""Possible duplicates of a child's record: among all people, a hint to who decides, and a decision with its reason."""

from typing import Any

import pytest

from service.duplicates.facts import unresolved_duplicates
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.duplicates import DECISION, add
from tests.functional.families import Family

HINTS = "query($id: ID!) { case(id: $id) { possibleDuplicates { personId otherId basis addedBy agency isDecided } } }"


@pytest.fixture
def triaged(family: Family) -> Family:
    """The family, on a case in triage."""
    family.in_triage()
    return family


@pytest.mark.parametrize(
    ("name", "family_name", "more", "found"),
    [
        ("Jake", "Harlow", {}, ["Jake"]),
        ("JAKE", "Fenn", {}, ["Jake"]),
        ("Jakob", "harlow", {}, ["Jake"]),
        ("Jakob", "Fenn", {}, []),
        ("Ben", "Harlow", {}, []),
        ("Jake", "Harlow", {"birthDate": "2018-03-06"}, []),
    ],
)
def test_the_same_day_of_birth_and_a_similar_name_are_a_hint(
    api: Api, triaged: Family, name: str, family_name: str, more: Any, found: list[str]
) -> None:
    add(api, name, family_name, **more)

    assert fact(triaged, unresolved_duplicates) == found


def test_the_same_number_is_a_hint_whatever_the_name(api: Api, triaged: Family) -> None:
    add(api, "Somebody", "Else", birthDate="2017-01-01", nhsNumber="9434765919")
    api.sql("UPDATE person SET nhs_number = '9434765919' WHERE given_name = 'Mia'")

    assert fact(triaged, unresolved_duplicates) == ["Mia"]
    [hint] = api.ask("triage", HINTS, id=triaged.case)["case"]["possibleDuplicates"]
    assert (hint["basis"], hint["personId"]) == ("IDENTIFIER", triaged.mia)


def test_the_hint_says_whom_to_ask_and_the_decision_ends_it(api: Api, triaged: Family) -> None:
    other = add(api, "Jake")
    [hint] = api.ask("triage", HINTS, id=triaged.case)["case"]["possibleDuplicates"]
    assert hint == {
        "personId": triaged.jake,
        "otherId": other,
        "basis": "NAME_AND_BIRTH",
        "addedBy": "Blessing Okafor",
        "agency": "Early Help",
        "isDecided": False,
    }

    given = {"caseId": triaged.case, "personId": triaged.jake, "otherId": other, "same": False, "reason": "Another address."}
    found = api.do("triage", "decideDuplicate", DECISION, **given)

    assert (found["same"], found["person"], found["other"]) == (False, {"id": triaged.jake}, None)
    assert fact(triaged, unresolved_duplicates) == []
    assert api.events("case", triaged.case)[-1] == "DuplicateDecided"
    assert [each["code"] for each in api.refused("triage", "decideDuplicate", DECISION, **given)] == ["ALREADY_DONE"]


def test_refuses_a_record_that_nothing_suggests_and_who_may_not(api: Api, triaged: Family) -> None:
    other = add(api, "Noor")
    given = {"caseId": triaged.case, "personId": triaged.jake, "otherId": other, "same": False, "reason": "Another."}

    [problem] = api.refused("triage", "decideDuplicate", DECISION, **given)
    assert (problem["code"], problem["path"]) == ("NOT_FOUND", ["otherId"])
    assert [each["code"] for each in api.refused("southerner", "decideDuplicate", DECISION, **given)] == ["NOT_FOUND"]
