"""A family that came from social care: two cases open, and two clocks."""

import datetime as dt

import pytest

from service.step_downs.facts import came_by_step_down, social_care_open
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.families import Family
from tests.functional.recording import TODAY, kinds
from tests.functional.step_downs import GIVEN, STEP_DOWN, from_social_care, planning, record


@pytest.fixture
def handed_over(family: Family) -> Family:
    """The family, on a case from social care whose team comes together."""
    planning(family)
    return family


def test_both_clocks_run(api: Api, handed_over: Family) -> None:
    assert (fact(handed_over, came_by_step_down), fact(handed_over, social_care_open)) == (False, False)

    record(handed_over)

    assert (fact(handed_over, came_by_step_down), fact(handed_over, social_care_open)) == (True, True)
    assert "SOCIAL_CARE_HANDOVER" in kinds(handed_over, "worker")
    assert api.events("case", handed_over.case)[-1] == "StepDownRecorded"


def test_one_that_is_closed_already_waits_for_nothing(handed_over: Family) -> None:
    record(handed_over, socialCareClosedOn=TODAY)

    assert "SOCIAL_CARE_HANDOVER" not in kinds(handed_over, "worker")


def test_refuses_another_source_a_second_one_a_day_ahead_and_who_may_not(api: Api, family: Family) -> None:
    family.awaiting_agreement()
    given = {"caseId": family.case, **GIVEN}
    [source] = api.refused("worker", "recordStepDown", STEP_DOWN, **given)
    assert (source["reason"], source["path"]) == ("source_is_social_care", ["caseId"])

    from_social_care(family)
    ahead = (dt.date.today() + dt.timedelta(days=2)).isoformat()
    assert [each["code"] for each in api.refused("worker", "recordStepDown", STEP_DOWN, **given, socialCareClosedOn=ahead)] == [
        "BAD_USER_INPUT"
    ]
    assert [each["code"] for each in api.refused("colleague", "recordStepDown", STEP_DOWN, **given)] == ["NOT_PERMITTED"]
    record(family)
    assert [each["code"] for each in api.refused("worker", "recordStepDown", STEP_DOWN, **given)] == ["ALREADY_DONE"]
