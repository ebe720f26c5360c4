"""A family that came from social care: two cases open, and two clocks."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy.dialects.postgresql.asyncpg import dialect

from service.step_downs.facts import came_by_step_down, cases_handed_over, social_care_open
from tests.functional.api import Api
from tests.functional.asking import fact
from tests.functional.council import gid, key
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


def handed_over_by(api: Api, who: str) -> list[str]:
    """Return the cases that somebody hands over."""
    actor = replace(api.actor("worker"), id=key("practitioner", who))
    asked = cases_handed_over(actor).compile(dialect=dialect(), compile_kwargs={"literal_binds": True})  # type: ignore[no-untyped-call]
    return [f"case_{row['case_id']}" for row in api.sql(str(asked))]


def test_the_social_worker_stands_to_the_case_until_social_care_closes_its_own(api: Api, handed_over: Family) -> None:
    step_down = record(handed_over, socialWorkerId=gid("practitioner", "nurse"))
    assert (handed_over_by(api, "nurse"), handed_over_by(api, "school")) == ([handed_over.case], [])

    api.do("worker", "closeSocialCareCase", STEP_DOWN, stepDownId=step_down, closedOn=TODAY)
    assert handed_over_by(api, "nurse") == []


def test_refuses_a_social_worker_without_an_account(api: Api, handed_over: Family) -> None:
    given = {"caseId": handed_over.case, **GIVEN, "socialWorkerId": gid("practitioner", "Nobody")}

    [problem] = api.refused("worker", "recordStepDown", STEP_DOWN, **given)
    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["socialWorkerId"])
