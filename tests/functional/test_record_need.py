"""Putting a need of a child on the register."""

from typing import Any

import asyncpg
import pytest

from tests.functional.api import Api
from tests.functional.casework import Casework
from tests.functional.plans import Plan, day
from tests.functional.recording import end_early

NEED = (
    "need { id source area areaLabel headlineOutcomes { number title } severity identifiedOn status revision "
    "child { givenName } recordedBy { name } }"
)


def asked(family: Casework, **more: Any) -> dict[str, Any]:
    """A need of Mia's, as the worker records it."""
    return {"caseId": family.case, "childId": family.mia, "area": "YOUNG_CARER", "description": "Cares for her brother.", **more}


def refused(api: Api, who: str, given: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(each["code"], each["path"]) for each in api.refused(who, "recordNeed", NEED, **given)]


def test_is_on_the_register_with_its_headline_outcomes(api: Api, plan: Plan) -> None:
    version = plan.family.version()

    found = api.do("worker", "recordNeed", NEED, **asked(plan.family, severity=7))

    assert (found["source"], found["status"], found["revision"], found["severity"]) == ("EARLY_HELP", "OPEN", 1, 7)
    assert found["areaLabel"] == "Caring for somebody"
    assert found["headlineOutcomes"] == [
        {"number": 1, "title": "Getting a good education"},
        {"number": 3, "title": "Improved mental and physical health"},
    ]
    assert (found["identifiedOn"], found["child"], found["recordedBy"]) == (day(0), {"givenName": "Mia"}, {"name": "Priya Nair"})
    assert plan.family.version() == version + 1
    assert api.events("case", plan.family.case)[-1] == "NeedRecorded"


def test_is_found_with_the_child_and_with_the_case(api: Api, plan: Plan) -> None:
    need = plan.need()
    document = "query($case: ID!, $child: ID!) { case(id: $case) { needs { id } } node(id: $child) { ... on Person { needs { id } } } }"

    found = api.ask("worker", document, case=plan.family.case, child=plan.family.mia)

    assert found == {"case": {"needs": [{"id": need}]}, "node": {"needs": [{"id": need}]}}


def test_somebody_of_the_team_around_the_family_records_one(api: Api, plan: Plan) -> None:
    plan.family.join("school")

    assert api.do("school", "recordNeed", NEED, **asked(plan.family))["recordedBy"] == {"name": "Helen Shaw"}


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"severity": 11}, ["severity"]),
        ({"severity": -1}, ["severity"]),
        ({"identifiedOn": day(1)}, ["identifiedOn"]),
        ({"identifiedOn": "2010-01-01"}, ["identifiedOn"]),
    ],
)
def test_refuses_what_cannot_be(api: Api, plan: Plan, more: dict[str, Any], path: list[str]) -> None:
    assert refused(api, "worker", asked(plan.family, **more)) == [("BAD_USER_INPUT", path)]


def test_refuses_an_adult_and_a_child_whose_help_has_ended(api: Api, plan: Plan) -> None:
    plan.family.step("manager", "endForChild", personId=plan.family.jake, reason="SINGLE_AGENCY", note="The school helps.")

    assert refused(api, "worker", asked(plan.family, childId=plan.family.mother)) == [("NOT_FOUND", ["childId"])]
    assert refused(api, "worker", asked(plan.family, childId=plan.family.jake)) == [("NOT_FOUND", ["childId"])]


def test_refuses_a_text_that_is_too_long_and_names_the_limit(api: Api, plan: Plan) -> None:
    [problem] = api.refused("worker", "recordNeed", NEED, **asked(plan.family, description="x" * 20_001))

    assert (problem["code"], problem["path"]) == ("TOO_LONG", ["description"])
    assert "20,000" in problem["message"]


def test_refuses_who_may_not_who_may_not_see_and_a_case_that_has_ended(api: Api, plan: Plan) -> None:
    assert refused(api, "manager", asked(plan.family)) == [("NOT_PERMITTED", [])]
    assert refused(api, "southerner", asked(plan.family)) == [("NOT_FOUND", [])]
    end_early(plan.family)
    assert refused(api, "worker", asked(plan.family)) == [("REFUSED", ["caseId"])]


@pytest.mark.parametrize(
    "forged",
    [
        "UPDATE need SET source = 'send_pathfinder'",
        "UPDATE need SET source = 'send_pathfinder', case_id = NULL",
        "UPDATE need SET source = 'send_pathfinder', recorded_by = NULL",
        "UPDATE need SET case_id = NULL, recorded_by = NULL",
    ],
)
def test_the_database_keeps_the_needs_of_send_apart(api: Api, plan: Plan, forged: str) -> None:
    plan.need()

    with pytest.raises(asyncpg.CheckViolationError, match="from_send"):
        api.sql(forged)


def test_every_area_is_there_to_choose_among(api: Api) -> None:
    found = api.ask("worker", "{ areasOfNeed { area label isSend headlineOutcomes { number } } }")["areasOfNeed"]

    assert len(found) == 19
    assert [each["area"] for each in found if each["isSend"]] == ["COMMUNICATION", "LEARNING", "SEMH", "SENSORY_PHYSICAL"]
    assert {headline["number"] for each in found for headline in each["headlineOutcomes"]} == set(range(1, 11))


def test_nobody_else_sees_it(api: Api, plan: Plan) -> None:
    need = plan.need()

    assert api.ask("southerner", "query($id: ID!) { node(id: $id) { id } }", id=need) == {"node": None}
    assert api.ask("school", "query($id: ID!) { node(id: $id) { id } }", id=need) == {"node": None}
