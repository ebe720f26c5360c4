"""A step that carries a note at most goes through one mutation."""

import pytest

from tests.functional.api import Api
from tests.functional.families import CASE, Family


def test_moves_the_case_and_begins_a_stay_with_its_own_due_date(api: Api, family: Family) -> None:
    family.searched()

    case = api.do("triage", "moveCase", CASE, caseId=family.case, expectedVersion=2, trigger="begin_triage", note="No plan yet.")

    assert (case["state"], case["version"]) == ("triage", 3)
    assert api.events("case", family.case) == ["HelpRequested", "InvolvementChecked", "TriageBegun"]
    stays = api.sql("SELECT state, left_by, due_at IS NOT NULL AS is_due FROM visit ORDER BY entered_at, left_at")
    assert [tuple(stay) for stay in stays] == [("requested", "begin_triage", True), ("triage", None, True)]


def test_refuses_a_version_that_somebody_has_changed_since_and_says_who_and_to_what(api: Api, family: Family) -> None:
    family.in_triage()

    [problem] = api.refused("triage", "moveCase", CASE, caseId=family.case, expectedVersion=1, trigger="begin_triage")

    assert (problem["code"], problem["path"]) == ("CONFLICT", ["expectedVersion"])
    assert "Ewan Reid" in problem["message"]
    assert "In triage" in problem["message"]


def test_refuses_a_step_that_carries_data_and_names_its_mutation(api: Api, family: Family) -> None:
    family.in_triage()

    [problem] = api.refused("triage", "moveCase", CASE, caseId=family.case, expectedVersion=3, trigger="signpost")

    assert problem["code"] == "BAD_USER_INPUT"
    assert "signpostRequest" in problem["message"]


def test_refuses_a_step_that_there_is_not(api: Api, family: Family) -> None:
    family.in_triage()

    [problem] = api.refused("triage", "moveCase", CASE, caseId=family.case, expectedVersion=3, trigger="fly")

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["trigger"])


def test_refuses_a_step_that_cannot_follow_now(api: Api, family: Family) -> None:
    family.in_triage()

    [problem] = api.refused("triage", "moveCase", CASE, caseId=family.case, expectedVersion=3, trigger="begin_triage")

    assert (problem["code"], problem["reason"]) == ("REFUSED", "not_from_here")


def test_refuses_whose_role_does_not_allow_the_step(api: Api, family: Family) -> None:
    family.awaiting_sign_off()

    [problem] = api.refused("worker", "moveCase", CASE, caseId=family.case, expectedVersion=family.version(), trigger="sign_off")

    assert problem["code"] == "NOT_PERMITTED"


@pytest.mark.parametrize("who", ["southerner", "administrator", "nurse"])
def test_says_the_same_of_a_case_out_of_sight_as_of_none(api: Api, family: Family, who: str) -> None:
    family.assessing()

    unseen = api.refused(who, "moveCase", CASE, caseId=family.case, expectedVersion=7, trigger="submit")
    none = api.refused(who, "moveCase", CASE, caseId=family.case[:-4] + "0000", expectedVersion=7, trigger="submit")

    assert unseen == none
    assert unseen[0]["code"] == "NOT_FOUND"


def test_sends_a_move_again_without_a_second_effect(api: Api, family: Family) -> None:
    family.searched()
    given = {"caseId": family.case, "expectedVersion": 2, "trigger": "begin_triage", "idempotencyKey": "again"}

    first = api.send("triage", "moveCase", CASE, given)
    second = api.send("triage", "moveCase", CASE, given)

    assert first == second
    assert api.events("case", family.case) == ["HelpRequested", "InvolvementChecked", "TriageBegun"]


def test_refuses_a_key_that_was_used_for_something_else(api: Api, family: Family) -> None:
    family.searched()
    given = {"caseId": family.case, "expectedVersion": 2, "trigger": "begin_triage", "idempotencyKey": "again"}
    api.send("triage", "moveCase", CASE, given)

    [problem] = api.refused("triage", "moveCase", CASE, **{**given, "note": "Another."})

    assert problem["code"] == "IDEMPOTENCY_MISMATCH"


def test_takes_the_whole_way_to_an_active_plan(api: Api, family: Family) -> None:
    family.plan_active()

    assert family.state() == "plan_active"
    assert api.events("case", family.case)[-1] == "PlanStarted"


def test_leaves_a_trace_of_a_refusal_because_it_tells_of_the_case(api: Api, family: Family) -> None:
    family.in_triage()
    api.sql("SELECT 1")
    before = api.sql("SELECT count(*) FROM read_trace")[0][0]

    api.refused("triage", "moveCase", CASE, caseId=family.case, expectedVersion=1, trigger="begin_triage")

    [last] = api.sql("SELECT operation, records FROM read_trace ORDER BY at DESC LIMIT 1")
    assert api.sql("SELECT count(*) FROM read_trace")[0][0] == before + 1
    assert (last["operation"], last["records"]) == ("moveCase", [family.case])
