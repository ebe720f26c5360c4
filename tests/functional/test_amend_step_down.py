"""Correcting what is recorded of a step-down."""

import pytest

from service.step_downs.facts import social_care_open
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import TODAY, kinds
from tests.functional.step_downs import STEP_DOWN, planning, record


@pytest.fixture
def recorded(family: Family) -> str:
    """The id of a step-down while social care's case is open."""
    planning(family)
    return record(family)


def test_corrects_its_words(api: Api, family: Family, recorded: str) -> None:
    given = {"stepDownId": recorded, "expectedRevision": 1, "reason": "Misread.", "socialCareReference": "SC-4712"}

    found = api.do("worker", "amendStepDown", STEP_DOWN, **given)

    assert (found["revision"], found["socialCareReference"]) == (2, "SC-4712")
    assert api.events("case", family.case)[-1] == "StepDownAmended"
    assert "SOCIAL_CARE_HANDOVER" in kinds(family, "worker")


def test_a_case_of_social_care_that_was_not_closed_after_all_is_waited_for_again(api: Api, family: Family, recorded: str) -> None:
    api.do("worker", "closeSocialCareCase", STEP_DOWN, stepDownId=recorded, closedOn=TODAY)
    assert "SOCIAL_CARE_HANDOVER" not in kinds(family, "worker")

    given = {"stepDownId": recorded, "expectedRevision": 2, "reason": "Another family's.", "socialCareClosedOn": None}
    api.do("worker", "amendStepDown", STEP_DOWN, **given)

    assert fact(family, social_care_open) is True
    assert "SOCIAL_CARE_HANDOVER" in kinds(family, "worker")


def test_refuses_an_old_revision_nothing_new_what_is_emptied_and_who_may_not(api: Api, recorded: str) -> None:
    def code(who: str = "worker", **more: object) -> str:
        given = {"stepDownId": recorded, "expectedRevision": 1, "reason": "Misread.", **more}
        return str(api.refused(who, "amendStepDown", STEP_DOWN, **given)[0]["code"])

    assert code(expectedRevision=2, socialCareReference="SC-4713") == "CONFLICT"
    assert code(socialWorker=None) == "BAD_USER_INPUT"
    assert code(socialCareReference="SC-4711") == "ALREADY_DONE"
    assert code(who="southerner", handover="Else.") == "NOT_FOUND"
