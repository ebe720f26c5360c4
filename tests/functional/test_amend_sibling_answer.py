"""Changing the decision about a brother's or sister's case."""

import pytest

from tests.functional.api import Api
from tests.functional.families import Family
from tests.functional.siblings import DECISION, answer, part


@pytest.fixture
def answered(api: Api, family: Family) -> str:
    """The id of the decision to stay apart."""
    part(family)
    return str(api.do("worker", "answerSiblingCase", DECISION, **answer(family))["id"])


def test_changes_it(api: Api, family: Family, answered: str) -> None:
    found = api.do("worker", "amendSiblingAnswer", DECISION, decisionId=answered, expectedRevision=1, answer="JOIN")

    assert (found["revision"], found["answer"]) == (2, "JOIN")
    assert api.events("case", family.case)[-1] == "SiblingAnswerAmended"


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, answered: str) -> None:
    def code(who: str = "worker", **more: object) -> str:
        given = {"decisionId": answered, "expectedRevision": 1, **more}
        return str(api.refused(who, "amendSiblingAnswer", DECISION, **given)[0]["code"])

    assert code(expectedRevision=2, answer="JOIN") == "CONFLICT"
    assert code(answer="APART") == "ALREADY_DONE"
    assert code(reason=None) == "BAD_USER_INPUT"
    assert code(who="colleague", answer="JOIN") == "NOT_PERMITTED"
