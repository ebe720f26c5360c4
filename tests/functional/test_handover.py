"""When the plan starts of a family that came from social care, social care is told that it may close its case."""

import asyncio

import pytest

from service.journal.verifying import verify
from tests.functional.api import Api
from tests.functional.families import CASE, Family
from tests.functional.recording import kinds
from tests.functional.step_downs import planning, record


@pytest.fixture
def handed_over(family: Family) -> Family:
    """The family, on a case from social care whose team comes together."""
    planning(family)
    return family


def test_the_start_of_the_plan_hands_over(api: Api, handed_over: Family) -> None:
    step_down = record(handed_over)

    handed_over.move("worker", "start_plan")

    assert "SOCIAL_CARE_HANDOVER" not in kinds(handed_over, "worker")
    assert api.events("case", handed_over.case)[-2:] == ["PlanStarted", "HandoverCompleted"]
    seen = api.ask("worker", "query($id: ID!) { case(id: $id) { version stepDown { id handedOverAt } } }", id=handed_over.case)["case"]
    assert seen["stepDown"]["id"] == step_down and seen["stepDown"]["handedOverAt"]
    assert seen["version"] == len(api.events("case", handed_over.case))


async def faults(url: str) -> list[str]:
    return (await verify(url))[1]


def test_two_events_of_one_change_make_a_whole_chain(api: Api, handed_over: Family) -> None:
    record(handed_over)
    version = handed_over.version()
    given = {"caseId": handed_over.case, "expectedVersion": version, "trigger": "start_plan", "note": "Done."}
    first = api.do("worker", "moveCase", CASE, idempotencyKey="once", **given)
    again = api.do("worker", "moveCase", CASE, idempotencyKey="once", **given)

    assert first == again and first["version"] == version + 2
    assert asyncio.run(faults(api.url)) == []
    handed_over.step("worker", "startReview")
    assert asyncio.run(faults(api.url)) == []


def test_a_plan_of_another_case_hands_nothing_over(api: Api, family: Family) -> None:
    family.plan_active()

    assert "HandoverCompleted" not in api.events("case", family.case)
