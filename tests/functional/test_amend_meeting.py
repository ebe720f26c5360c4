"""Correcting the record of a meeting; what it agreed is amended in the plan."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.plans import WORKER, Plan, day

MEETING = (
    "meeting { decisions familyViews heldOn revision practitioners { practitioner { name } presence } "
    "family { person { givenName } presence } }"
)


@pytest.fixture
def meeting(plan: Plan) -> str:
    """A meeting of the worker and the mother."""
    plan.family.join("school")
    return plan.meet(familyViews="She wants help.")


def refused(api: Api, who: str, meeting: str, **more: Any) -> list[tuple[str, list[str]]]:
    asked = {"meetingId": meeting, "expectedRevision": 1, "reason": "Written in haste.", **more}
    return [(each["code"], each["path"]) for each in api.refused(who, "amendMeeting", MEETING, **asked)]


def amend(api: Api, meeting: str, **more: Any) -> Any:
    return api.do("worker", "amendMeeting", MEETING, **{"meetingId": meeting, "expectedRevision": 1, "reason": "Written in haste.", **more})


def test_says_it_in_other_words_and_keeps_the_ones_before_and_why(api: Api, plan: Plan, meeting: str) -> None:
    found = amend(api, meeting, decisions="To wait.", familyViews=None)

    assert (found["decisions"], found["familyViews"], found["heldOn"], found["revision"]) == ("To wait.", None, day(0), 2)
    assert [each["presence"] for each in (*found["practitioners"], *found["family"])] == ["ATTENDED", "ATTENDED"]
    payload = api.last_payload("case", plan.family.case)
    assert (payload["before"]["decisions"], payload["why"]) == ("To go on.", "Written in haste.")


def test_says_anew_who_was_invited(api: Api, plan: Plan, meeting: str) -> None:
    practitioners = [
        {"practitionerId": WORKER, "presence": "APOLOGIES"},
        {"practitionerId": gid("practitioner", "school"), "presence": "ATTENDED"},
    ]

    found = amend(api, meeting, practitioners=practitioners, family=[{"personId": plan.family.mia, "presence": "ATTENDED"}])

    assert sorted((each["practitioner"]["name"], each["presence"]) for each in found["practitioners"]) == [
        ("Helen Shaw", "ATTENDED"),
        ("Priya Nair", "APOLOGIES"),
    ]
    assert found["family"] == [{"person": {"givenName": "Mia"}, "presence": "ATTENDED"}]


def test_who_left_since_may_stay_in_the_record(api: Api, meeting: str) -> None:
    came = [{"practitionerId": gid("practitioner", "school"), "presence": "ATTENDED"}]
    amend(api, meeting, practitioners=came)
    api.sql("UPDATE team_member SET left_at = now()")

    assert amend(api, meeting, expectedRevision=2, decisions="To wait.")["revision"] == 3


def test_refuses_a_day_ahead_nobody_an_old_revision_and_a_change_of_nothing(api: Api, meeting: str) -> None:
    assert refused(api, "worker", meeting, heldOn=day(1)) == [("BAD_USER_INPUT", ["heldOn"])]
    assert refused(api, "worker", meeting, decisions=None) == [("BAD_USER_INPUT", ["decisions"])]
    assert refused(api, "worker", meeting, practitioners=[], family=[]) == [("BAD_USER_INPUT", ["practitioners"])]
    assert refused(api, "worker", meeting, expectedRevision=2, decisions="To wait.") == [("CONFLICT", ["expectedRevision"])]
    assert refused(api, "worker", meeting, decisions="To go on.") == [("ALREADY_DONE", [])]


def test_refuses_who_may_not_and_who_may_not_see(api: Api, meeting: str) -> None:
    assert refused(api, "school", meeting, decisions="To wait.") == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", meeting, decisions="To wait.") == [("NOT_FOUND", [])]
