"""Setting down in the plan what a family wants to be different."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.plans import Plan, day
from tests.functional.recording import end_early

OUTCOME = (
    "outcome { id wording byWhen baseline baselineWhyNot status timing revision addedBy { name } needs { need { id } } actions { id } }"
)


@pytest.fixture
def need(plan: Plan) -> str:
    """A need of Mia's."""
    return plan.need()


def asked(plan: Plan, *needs: str, **more: Any) -> dict[str, Any]:
    return {"caseId": plan.family.case, "needIds": list(needs), "wording": "Mia sleeps.", "byWhen": day(60), "baseline": 3, **more}


def refused(api: Api, who: str, given: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "addOutcome", OUTCOME, **given)]


def test_is_for_one_need_or_more(api: Api, plan: Plan, need: str) -> None:
    version, other = plan.family.version() + 1, plan.need(plan.family.jake)

    found = api.do("worker", "addOutcome", OUTCOME, **asked(plan, need, other))

    assert {each["need"]["id"] for each in found["needs"]} == {need, other}
    assert (found["status"], found["timing"], found["baseline"], found["revision"]) == ("OPEN", "LATER", 3, 1)
    assert (found["addedBy"], found["actions"]) == ({"name": "Priya Nair"}, [])
    assert plan.family.version() == version + 1
    assert api.events("case", plan.family.case)[-1] == "OutcomeAdded"


def test_says_why_the_family_gave_no_number(api: Api, plan: Plan, need: str) -> None:
    given = {**asked(plan, need), "baseline": None, "baselineWhyNot": "They would not be counted."}

    assert api.do("worker", "addOutcome", OUTCOME, **given)["baselineWhyNot"] == "They would not be counted."


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"needIds": []}, ["needIds"]),
        ({"byWhen": day(-1)}, ["byWhen"]),
        ({"baseline": 11}, ["baseline"]),
        ({"baseline": None}, ["baseline"]),
        ({"baselineWhyNot": "Not asked."}, ["baseline"]),
    ],
)
def test_refuses_what_cannot_be(api: Api, plan: Plan, need: str, more: dict[str, Any], path: list[str]) -> None:
    assert refused(api, "worker", asked(plan, need, **more)) == [("BAD_USER_INPUT", path)]


def test_refuses_a_need_that_is_not_open_or_not_of_the_case(api: Api, plan: Plan, need: str) -> None:
    met = plan.need()
    api.do("worker", "amendNeed", "need { id }", needId=met, expectedRevision=1, status="MET", reason="She is well.")
    strange = "need_00000000-0000-0000-0000-000000000001"

    found = refused(api, "worker", asked(plan, need, met, strange))

    assert found == [("BAD_USER_INPUT", ["needIds", "1"]), ("NOT_FOUND", ["needIds", "2"])]


def test_refuses_who_may_not_who_may_not_see_and_a_case_that_has_ended(api: Api, plan: Plan, need: str) -> None:
    plan.family.join("school")
    assert refused(api, "school", asked(plan, need)) == [("NOT_PERMITTED", [])]
    assert refused(api, "manager", asked(plan, need)) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", asked(plan, need)) == [("NOT_FOUND", [])]
    end_early(plan.family)
    assert refused(api, "worker", asked(plan, need)) == [("REFUSED", ["caseId"])]
