"""Setting down what somebody does towards an outcome; and the list of what is to be done."""

from typing import Any

import pytest

from service.plans.facts import open_actions, outcomes_with_actions
from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.plans import WORKER, Plan, day
from tests.functional.recording import end_early

ACTION = (
    "action { id what status timing isOverdue byWhen practitioner { name } person { givenName } outcome { id } meeting { id } revision }"
)


@pytest.fixture
def outcome(plan: Plan) -> str:
    """An outcome for a need of Mia's."""
    return plan.outcome(plan.need())


def asked(outcome: str, **more: Any) -> dict[str, Any]:
    return {"outcomeId": outcome, "what": "Ring the sleep clinic.", "byWhen": day(7), **more}


def refused(api: Api, who: str, given: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "addAction", ACTION, **given)]


def listed(api: Api, who: str, **where: Any) -> list[str]:
    """What somebody finds on their list, in its order."""
    document = "query($where: ActionWhere) { actions(first: 50, where: $where) { edges { node { what } } } }"
    return [each["node"]["what"] for each in api.ask(who, document, where=where)["actions"]["edges"]]


def test_a_practitioner_does_it(api: Api, plan: Plan, outcome: str) -> None:
    assert (plan.fact(outcomes_with_actions), plan.fact(open_actions)) == (0, 0)

    found = api.do("worker", "addAction", ACTION, **asked(outcome, practitionerId=WORKER))

    assert (found["practitioner"], found["person"], found["meeting"]) == ({"name": "Priya Nair"}, None, None)
    assert (found["status"], found["timing"], found["isOverdue"], found["revision"]) == ("OPEN", "SOON", False, 1)
    assert api.events("case", plan.family.case)[-1] == "ActionAdded"
    assert (plan.fact(outcomes_with_actions), plan.fact(open_actions)) == (1, 1)


def test_somebody_of_the_family_does_it(api: Api, plan: Plan, outcome: str) -> None:
    found = api.do("worker", "addAction", ACTION, **asked(outcome, personId=plan.family.mother))

    assert (found["practitioner"], found["person"]) == (None, {"givenName": "Sarah"})


def test_somebody_of_the_team_around_the_family_does_it_and_nobody_else(api: Api, plan: Plan, outcome: str) -> None:
    nurse = gid("practitioner", "nurse")
    assert refused(api, "worker", asked(outcome, practitionerId=nurse)) == [("BAD_USER_INPUT", ["practitionerId"])]

    plan.family.join("nurse")

    assert api.do("worker", "addAction", ACTION, **asked(outcome, practitionerId=nurse))["practitioner"] == {"name": "Yusuf Karim"}


def test_refuses_nobody_two_strangers_and_a_day_that_has_passed(api: Api, plan: Plan, outcome: str) -> None:
    stranger = plan.family.person("Ann", "ADULT")
    both = {"practitionerId": WORKER, "personId": plan.family.mother}

    assert refused(api, "worker", asked(outcome)) == [("BAD_USER_INPUT", ["practitionerId"])]
    assert refused(api, "worker", asked(outcome, **both)) == [("BAD_USER_INPUT", ["practitionerId"])]
    assert refused(api, "worker", asked(outcome, personId=stranger)) == [("NOT_FOUND", ["personId"])]
    assert refused(api, "worker", asked(outcome, practitionerId=WORKER, byWhen=day(-1))) == [("BAD_USER_INPUT", ["byWhen"])]


def test_refuses_who_may_not_who_may_not_see_and_an_outcome_that_has_ended(api: Api, plan: Plan, outcome: str) -> None:
    plan.family.join("school")
    assert refused(api, "school", asked(outcome, practitionerId=WORKER)) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", asked(outcome, practitionerId=WORKER)) == [("NOT_FOUND", [])]
    api.do("worker", "endOutcome", "outcome { id }", outcomeId=outcome, isAchieved=False, why="Not wanted.")
    assert refused(api, "worker", asked(outcome, practitionerId=WORKER)) == [("ALREADY_DONE", ["outcomeId"])]


def test_everybody_finds_their_own_actions_and_how_they_stand_to_their_day(api: Api, plan: Plan, outcome: str) -> None:
    plan.family.join("school")
    for what, n, who in (("late", 1, WORKER), ("today", 0, WORKER), ("next week", 7, gid("practitioner", "school")), ("then", 8, WORKER)):
        plan.action(outcome, who, what=what, byWhen=day(n))
    plan.action(outcome, practitionerId=None, personId=plan.family.mother, what="hers", byWhen=day(9))
    api.sql("UPDATE plan_action SET by_when = (now() AT TIME ZONE 'Europe/London')::date - 1 WHERE what = 'late'")

    assert listed(api, "worker", mine=True) == ["late", "today", "then"]
    assert listed(api, "school", mine=True) == ["next week"]
    assert listed(api, "worker", mine=False) == ["next week", "hers"]
    assert listed(api, "worker", isOverdue=True) == ["late"]
    assert listed(api, "worker", isOverdue=False) == ["today", "next week", "then", "hers"]
    assert listed(api, "worker", timings=["DUE", "SOON"]) == ["today", "next week"]
    assert listed(api, "worker", personId=plan.family.mother, caseId=plan.family.case) == ["hers"]
    assert listed(api, "southerner") == []


def test_what_was_open_when_the_case_ended_is_on_nobodys_list(api: Api, plan: Plan, outcome: str) -> None:
    plan.action(outcome, what="Ring.")
    assert listed(api, "worker", mine=True) == ["Ring."]

    end_early(plan.family)

    assert listed(api, "worker", mine=True) == []
    document = "query($id: ID!) { case(id: $id) { actions(first: 9) { edges { node { what status } } } } }"
    [edge] = api.ask("worker", document, id=plan.family.case)["case"]["actions"]["edges"]
    assert edge["node"] == {"what": "Ring.", "status": "OPEN"}


def test_what_is_done_or_ended_stands_to_no_day(api: Api, plan: Plan, outcome: str) -> None:
    done, ended = plan.action(outcome, what="done"), plan.action(outcome, what="ended")
    api.do("worker", "completeAction", ACTION, actionId=done)
    api.do("worker", "endAction", ACTION, actionId=ended, why="The clinic has closed.")
    api.sql("UPDATE plan_action SET by_when = (now() AT TIME ZONE 'Europe/London')::date - 1")

    assert listed(api, "worker", isOverdue=True) == []
    assert listed(api, "worker", isOpen=False, statuses=["DONE"]) == ["done"]
    assert listed(api, "worker", timings=["OVERDUE"]) == []
