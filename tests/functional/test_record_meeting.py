"""Recording a meeting: all that it agreed reaches the plan in one step, and once."""

import datetime as dt
from typing import Any

import pytest

from service.meetings.facts import meeting_held
from service.plans.facts import open_actions, outcomes_with_actions
from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.plans import TODAY, WORKER, Plan, day
from tests.functional.recording import end_early

MEETING = (
    "meeting { id heldOn familyViews decisions nextReviewOn revision recordedBy { name } "
    "practitioners { practitioner { name } presence } family { person { givenName } presence } "
    "actions { what byWhen practitioner { name } person { givenName } outcome { id } } leadProfessional { kind practitioner { name } } }"
)


@pytest.fixture
def outcome(plan: Plan) -> str:
    """An outcome of a family whose team comes together, with a teacher in it."""
    plan.family.join("school")
    outcome = plan.outcome(plan.need())
    plan.to_planning()
    return outcome


def asked(plan: Plan, *came: str, **more: Any) -> dict[str, Any]:
    """A meeting of today to which the worker and the mother came, beside whoever is named."""
    practitioners = [{"practitionerId": gid("practitioner", who), "presence": "ATTENDED"} for who in ("worker", *came)]
    family = [{"personId": plan.family.mother, "presence": "ATTENDED"}]
    given = {"caseId": plan.family.case, "heldOn": day(0), "practitioners": practitioners, "family": family, "decisions": "We begin."}
    return {**given, **more}


def agreed(outcome: str, plan: Plan) -> list[dict[str, Any]]:
    """Two actions: one of a teacher's, one of the mother's."""
    school = {"practitionerId": gid("practitioner", "school"), "what": "A place at the breakfast club.", "byWhen": day(14)}
    return [
        {**school, "outcomeId": outcome},
        {"outcomeId": outcome, "personId": plan.family.mother, "what": "No screens after eight.", "byWhen": day(7)},
    ]


def refused(api: Api, who: str, given: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "recordMeeting", MEETING, **given)]


def test_writes_who_came_what_was_decided_and_what_goes_into_the_plan(api: Api, plan: Plan, outcome: str) -> None:
    version, events = plan.family.version(), len(api.events("case", plan.family.case))
    apologies = {"practitionerId": gid("practitioner", "school"), "presence": "APOLOGIES"}
    given = asked(plan, actions=agreed(outcome, plan), nextReviewOn=day(40), familyViews="She wants mornings without shouting.")
    given["practitioners"].append(apologies)

    found = api.do("worker", "recordMeeting", MEETING, **given)

    assert sorted((each["practitioner"]["name"], each["presence"]) for each in found["practitioners"]) == [
        ("Helen Shaw", "APOLOGIES"),
        ("Priya Nair", "ATTENDED"),
    ]
    assert found["family"] == [{"person": {"givenName": "Sarah"}, "presence": "ATTENDED"}]
    assert [(each["what"], each["outcome"]["id"]) for each in found["actions"]] == [
        ("No screens after eight.", outcome),
        ("A place at the breakfast club.", outcome),
    ]
    assert (found["nextReviewOn"], found["leadProfessional"], found["revision"]) == (day(40), None, 1)
    assert [row["next_review_on"] for row in api.sql("SELECT next_review_on FROM cases")] == [TODAY + dt.timedelta(days=40)]
    assert (plan.fact(outcomes_with_actions), plan.fact(open_actions)) == (1, 2)
    assert plan.family.version() == version + 1
    assert api.events("case", plan.family.case)[events:] == ["MeetingRecorded"]


def test_sent_twice_with_one_key_it_has_one_effect(api: Api, plan: Plan, outcome: str) -> None:
    given = asked(plan, actions=agreed(outcome, plan), nextReviewOn=day(40), idempotencyKey="pressed twice")

    first = api.do("worker", "recordMeeting", MEETING, **given)
    with api.nothing_changes():
        second = api.do("worker", "recordMeeting", MEETING, **given)

    assert second == first
    assert [len(api.sql(f"SELECT 1 FROM {table}")) for table in ("meeting", "plan_action", "meeting_person")] == [1, 2, 1]


def test_a_refused_action_leaves_no_meeting_and_no_other_action(api: Api, plan: Plan, outcome: str) -> None:
    [good, bad] = agreed(outcome, plan)

    found = refused(api, "worker", asked(plan, actions=[good, {**bad, "byWhen": day(-1)}, {**bad, "outcomeId": "outcome_" + "0" * 8}]))

    assert found == [("NOT_FOUND", ["actions", "2", "outcomeId"])]
    found = refused(api, "worker", asked(plan, actions=[good, {**bad, "byWhen": day(-1), "personId": None}]))
    assert found == [("BAD_USER_INPUT", ["actions", "1", "byWhen"]), ("BAD_USER_INPUT", ["actions", "1", "practitionerId"])]


def test_agrees_the_lead_professional(api: Api, plan: Plan, outcome: str) -> None:
    found = api.do("worker", "recordMeeting", MEETING, **asked(plan, agreedLeadId=gid("practitioner", "school")))

    assert found["leadProfessional"] == {"kind": "AGREED", "practitioner": {"name": "Helen Shaw"}}
    document = "query($id: ID!) { case(id: $id) { leadProfessionals { kind endedAt practitioner { name } } } }"
    [before, after] = api.ask("worker", document, id=plan.family.case)["case"]["leadProfessionals"]
    assert (before["kind"], before["endedAt"] is None) == ("ACTING", False)
    assert (after["kind"], after["endedAt"], after["practitioner"]) == ("AGREED", None, {"name": "Helen Shaw"})


def test_refuses_a_lead_professional_who_is_it_already_or_a_stranger(api: Api, plan: Plan, outcome: str) -> None:
    assert refused(api, "worker", asked(plan, agreedLeadId=gid("practitioner", "nurse"))) == [("BAD_USER_INPUT", ["agreedLeadId"])]
    api.do("worker", "recordMeeting", MEETING, **asked(plan, agreedLeadId=WORKER))
    assert refused(api, "worker", asked(plan, agreedLeadId=WORKER)) == [("BAD_USER_INPUT", ["agreedLeadId"])]


def test_refuses_strangers_a_day_ahead_somebody_twice_and_nobody(api: Api, plan: Plan, outcome: str) -> None:
    stranger = [{"personId": plan.family.person("Ann", "ADULT"), "presence": "ATTENDED"}]
    absent = [{"practitionerId": WORKER, "presence": "ABSENT"}]

    assert refused(api, "worker", asked(plan, "nurse")) == [("NOT_FOUND", ["practitioners", "1", "practitionerId"])]
    assert refused(api, "worker", asked(plan, "worker")) == [("BAD_USER_INPUT", ["practitioners", "1", "practitionerId"])]
    assert refused(api, "worker", asked(plan, family=stranger)) == [("NOT_FOUND", ["family", "0", "personId"])]
    assert refused(api, "worker", asked(plan, heldOn=day(1))) == [("BAD_USER_INPUT", ["heldOn"])]
    assert refused(api, "worker", asked(plan, family=[], practitioners=absent)) == [("BAD_USER_INPUT", ["practitioners"])]


@pytest.mark.parametrize(("n", "is_refused"), [(42, False), (43, True), (-1, True)])
def test_the_first_review_is_within_six_weeks(api: Api, plan: Plan, outcome: str, n: int, is_refused: bool) -> None:
    given = asked(plan, nextReviewOn=day(n))

    if is_refused:
        assert refused(api, "worker", given) == [("BAD_USER_INPUT", ["nextReviewOn"])]
    else:
        assert api.do("worker", "recordMeeting", MEETING, **given)["nextReviewOn"] == day(n)


def test_a_plan_under_way_is_due_by_the_new_day(api: Api, plan: Plan, outcome: str) -> None:
    api.do("worker", "recordMeeting", MEETING, **asked(plan, agreedLeadId=WORKER, actions=agreed(outcome, plan), nextReviewOn=day(40)))
    plan.family.move("worker", "start_plan")

    api.do("worker", "recordMeeting", MEETING, **asked(plan, nextReviewOn=day(20)))

    [row] = api.sql("SELECT c.due_at, v.due_at = c.due_at AS same FROM cases c JOIN visit v ON v.case_id = c.id AND v.left_at IS NULL")
    assert row["same"]
    assert (row["due_at"] - dt.timedelta(seconds=1)).astimezone(dt.UTC).date() in {TODAY + dt.timedelta(days=n) for n in (20, 21)}


def test_counts_as_held_when_the_family_was_there_or_heard_since_the_sign_off(api: Api, plan: Plan, outcome: str) -> None:
    assert plan.fact(meeting_held) is False
    apologies = [{"personId": plan.family.mother, "presence": "APOLOGIES"}]
    plan.meet(family=apologies)
    assert plan.fact(meeting_held) is False

    plan.meet(family=apologies, familyViews="She rang, and wants mornings without shouting.")
    assert plan.fact(meeting_held) is True
    api.sql("UPDATE meeting SET held_on = held_on - 1")
    assert plan.fact(meeting_held) is False

    plan.meet()
    assert plan.fact(meeting_held) is True


def test_a_meeting_before_the_assessment_is_signed_off_is_not_the_one(plan: Plan) -> None:
    plan.meet()

    assert plan.fact(meeting_held) is False


def test_refuses_who_may_not_who_may_not_see_and_a_case_that_has_ended(api: Api, plan: Plan, outcome: str, family: Family) -> None:
    assert refused(api, "school", asked(plan)) == [("NOT_PERMITTED", [])]
    assert refused(api, "manager", asked(plan)) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", asked(plan)) == [("NOT_FOUND", [])]
    end_early(family)
    assert refused(api, "worker", asked(plan)) == [("REFUSED", ["caseId"])]
