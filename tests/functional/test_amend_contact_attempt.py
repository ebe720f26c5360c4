"""Correcting an attempt that was logged, with a reason."""

import datetime as dt

import pytest

from service.contacts.facts import contact_attempts
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family

ATTEMPT = "contactAttempt { id revision reached means }"
TODAY = dt.date.today().isoformat()


@pytest.fixture
def logged(api: Api, family: Family) -> str:
    """The id of an attempt that reached nobody."""
    family.awaiting_agreement()
    given = {"caseId": family.case, "triedOn": TODAY, "means": "VISIT", "reached": False}
    return str(api.do("worker", "logContactAttempt", ATTEMPT, **given)["id"])


def test_corrects_it_and_keeps_what_it_said(api: Api, family: Family, logged: str) -> None:
    given = {"attemptId": logged, "expectedRevision": 1, "reason": "She was in after all."}

    found = api.do("worker", "amendContactAttempt", ATTEMPT, **given, reached=True)

    assert (found["revision"], found["reached"], found["means"]) == (2, True, "VISIT")
    assert fact(family, contact_attempts) == []
    said = api.last_payload("case", family.case)
    assert (said["before"]["reached"], said["after"]["reached"], said["why"]) == (False, True, "She was in after all.")


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, logged: str) -> None:
    given = {"attemptId": logged, "expectedRevision": 1, "reason": "Wrong.", "reached": True}

    def code(who: str = "worker", **more: object) -> str:
        return str(api.refused(who, "amendContactAttempt", ATTEMPT, **{**given, **more})[0]["code"])

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(reached=False) == "ALREADY_DONE"
    assert code(means=None) == "BAD_USER_INPUT"
    assert code(who="colleague") == "NOT_PERMITTED"
    assert code(who="southerner") == "NOT_FOUND"
