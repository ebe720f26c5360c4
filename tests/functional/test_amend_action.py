"""Saying anew what an action is, who does it or by when."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.plans import Plan, day

ACTION = "action { what byWhen practitioner { name } person { givenName } revision }"


@pytest.fixture
def action(plan: Plan) -> str:
    """An action of the worker's."""
    return plan.action(plan.outcome(plan.need()))


def refused(api: Api, who: str, action: str, **more: Any) -> list[tuple[str, list[str]]]:
    asked = {"actionId": action, "expectedRevision": 1, **more}
    return [(each["code"], each["path"]) for each in api.refused(who, "amendAction", ACTION, **asked)]


def test_another_does_it_by_another_day(api: Api, plan: Plan, action: str) -> None:
    found = api.do(
        "worker", "amendAction", ACTION, actionId=action, expectedRevision=1, practitionerId=gid("practitioner", "colleague"), byWhen=day(9)
    )

    assert (found["practitioner"], found["byWhen"], found["revision"]) == ({"name": "Tom Ashworth"}, day(9), 2)
    assert found["what"] == "Ring the sleep clinic."
    assert api.events("case", plan.family.case)[-1] == "ActionAmended"


def test_one_of_the_family_takes_it_over_and_gives_it_back(api: Api, plan: Plan, action: str) -> None:
    found = api.do("worker", "amendAction", ACTION, actionId=action, expectedRevision=1, personId=plan.family.mother)
    assert (found["practitioner"], found["person"]) == (None, {"givenName": "Sarah"})

    found = api.do("worker", "amendAction", ACTION, actionId=action, expectedRevision=2, practitionerId=gid("practitioner", "worker"))
    assert (found["practitioner"], found["person"]) == ({"name": "Priya Nair"}, None)


def test_who_left_the_team_since_may_stay_with_it(api: Api, plan: Plan, action: str) -> None:
    plan.family.join("school")
    school = gid("practitioner", "school")
    api.do("worker", "amendAction", ACTION, actionId=action, expectedRevision=1, practitionerId=school)
    api.sql("UPDATE team_member SET left_at = now()")

    assert api.do("worker", "amendAction", ACTION, actionId=action, expectedRevision=2, what="Ring again.")["revision"] == 3


def test_refuses_nobody_a_past_day_an_old_revision_and_a_change_of_nothing(api: Api, action: str) -> None:
    assert refused(api, "worker", action, practitionerId=None) == [("BAD_USER_INPUT", ["practitionerId"])]
    assert refused(api, "worker", action, byWhen=day(-1)) == [("BAD_USER_INPUT", ["byWhen"])]
    assert refused(api, "worker", action, what=None) == [("BAD_USER_INPUT", ["what"])]
    assert refused(api, "worker", action, expectedRevision=2, what="Ring.") == [("CONFLICT", ["expectedRevision"])]
    assert refused(api, "worker", action, what="Ring the sleep clinic.") == [("ALREADY_DONE", [])]


def test_refuses_who_may_not_who_may_not_see_and_one_that_is_done(api: Api, action: str) -> None:
    assert refused(api, "colleague", action, what="Ring.") == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", action, what="Ring.") == [("NOT_FOUND", [])]
    api.do("worker", "completeAction", ACTION, actionId=action)
    assert refused(api, "worker", action, expectedRevision=2, what="Ring.") == [("ALREADY_DONE", ["actionId"])]
