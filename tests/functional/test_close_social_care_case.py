"""Social care closes its own case: early help has the family alone from then on."""

import datetime as dt

import pytest

from service.step_downs.facts import came_by_step_down, social_care_open
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


def test_ends_the_wait_and_nothing_is_handed_over_later(api: Api, family: Family, recorded: str) -> None:
    found = api.do("worker", "closeSocialCareCase", STEP_DOWN, stepDownId=recorded, closedOn=TODAY)

    assert (found["socialCareClosedOn"], found["revision"]) == (TODAY, 2)
    assert (fact(family, came_by_step_down), fact(family, social_care_open)) == (True, False)
    assert "SOCIAL_CARE_HANDOVER" not in kinds(family, "worker")
    assert api.events("case", family.case)[-1] == "SocialCareCaseClosed"
    family.move("worker", "start_plan")
    assert api.events("case", family.case)[-1] == "PlanStarted"


def test_refuses_a_second_time_a_day_ahead_and_who_may_not(api: Api, family: Family, recorded: str) -> None:
    ahead = (dt.date.today() + dt.timedelta(days=2)).isoformat()

    def code(who: str = "worker", day: str = TODAY) -> str:
        return str(api.refused(who, "closeSocialCareCase", STEP_DOWN, stepDownId=recorded, closedOn=day)[0]["code"])

    assert code(day=ahead) == "BAD_USER_INPUT"
    assert code(who="colleague") == "NOT_PERMITTED"
    assert code(who="southerner") == "NOT_FOUND"
    api.do("worker", "closeSocialCareCase", STEP_DOWN, stepDownId=recorded, closedOn=TODAY)
    assert code() == "ALREADY_DONE"
