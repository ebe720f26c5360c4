"""Amending a need: what it says, and with a reason how things stand with it."""

from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.plans import Plan, day

NEED = "need { id area description severity status statusWhy revision history(first: 9) { edges { node { kind note } } } }"


@pytest.fixture
def need(plan: Plan) -> str:
    """A need of Mia's."""
    return plan.need(severity=6)


def refused(api: Api, who: str, need: str, **more: Any) -> list[tuple[str, str | None, list[str]]]:
    asked = {"needId": need, "expectedRevision": 1, **more}
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, "amendNeed", NEED, **asked)]


def test_says_it_in_other_words_and_keeps_the_ones_before(api: Api, plan: Plan, need: str) -> None:
    found = api.do("worker", "amendNeed", NEED, needId=need, expectedRevision=1, description="She wakes often.", severity=None)

    assert (found["description"], found["severity"], found["revision"], found["area"]) == ("She wakes often.", None, 2, "SEMH")
    payload = api.last_payload("case", plan.family.case)
    assert (payload["before"]["description"], payload["before"]["severity"]) == ("Mia worries at night.", 6)


def test_is_met_with_a_reason_and_can_be_opened_again(api: Api, plan: Plan, need: str) -> None:
    plan.need()
    api.do("worker", "amendNeed", NEED, needId=need, expectedRevision=1, status="MET", reason="She sleeps through.")

    found = api.do("worker", "amendNeed", NEED, needId=need, expectedRevision=2, status="OPEN", reason="It came back.")

    assert (found["status"], found["statusWhy"]) == ("OPEN", "It came back.")
    assert [each["node"]["kind"] for each in found["history"]["edges"]] == ["NeedAmended", "NeedAmended", "NeedRecorded"]
    assert found["history"]["edges"][0]["node"]["note"] == "It came back."


def test_refuses_a_status_without_a_reason_and_a_reason_without_a_status(api: Api, need: str) -> None:
    assert refused(api, "worker", need, status="ENDED") == [("REFUSED", "reason_of_status", ["reason"])]
    assert refused(api, "worker", need, severity=4, reason="It is milder.") == [("REFUSED", "reason_of_status", ["reason"])]


def test_refuses_an_old_revision_a_change_of_nothing_and_what_cannot_be_empty(api: Api, need: str) -> None:
    assert refused(api, "worker", need, expectedRevision=2, severity=4) == [("CONFLICT", None, ["expectedRevision"])]
    assert refused(api, "worker", need, severity=6) == [("ALREADY_DONE", None, [])]
    assert refused(api, "worker", need, area=None) == [("BAD_USER_INPUT", None, ["area"])]
    assert refused(api, "worker", need, identifiedOn=day(1)) == [("BAD_USER_INPUT", None, ["identifiedOn"])]


def test_refuses_who_may_not_and_who_may_not_see(api: Api, need: str) -> None:
    assert refused(api, "manager", need, severity=4) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", need, severity=4) == [("NOT_FOUND", None, [])]


def test_nobody_of_early_help_amends_a_need_of_send(api: Api, need: str) -> None:
    api.sql("UPDATE need SET source = 'send_pathfinder', case_id = NULL, recorded_by = NULL")

    assert refused(api, "worker", need, severity=4) == [("NOT_FOUND", None, [])]
