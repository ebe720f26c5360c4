"""Changing the decision about a possible duplicate."""

import pytest

from tests.functional.api import Api
from tests.functional.duplicates import DECISION, add
from tests.functional.families import Family


@pytest.fixture
def decided(api: Api, family: Family) -> str:
    """The id of a decision that two records are about two children."""
    family.in_triage()
    given = {"caseId": family.case, "personId": family.jake, "otherId": add(api, "Jake"), "same": False, "reason": "Another address."}
    return str(api.do("triage", "decideDuplicate", DECISION, **given)["id"])


def test_changes_it(api: Api, family: Family, decided: str) -> None:
    found = api.do("triage", "amendDuplicateDecision", DECISION, decisionId=decided, expectedRevision=1, same=True)

    assert (found["revision"], found["same"], found["reason"]) == (2, True, "Another address.")
    assert api.events("case", family.case)[-1] == "DuplicateDecisionAmended"
    assert api.last_payload("case", family.case)["before"]["same"] is False


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, decided: str) -> None:
    def code(who: str = "triage", **more: object) -> str:
        given = {"decisionId": decided, "expectedRevision": 1, **more}
        return str(api.refused(who, "amendDuplicateDecision", DECISION, **given)[0]["code"])

    assert code(expectedRevision=2, same=True) == "CONFLICT"
    assert code(same=False) == "ALREADY_DONE"
    assert code(reason=None) == "BAD_USER_INPUT"
    assert code(who="southerner", same=True) == "NOT_FOUND"
