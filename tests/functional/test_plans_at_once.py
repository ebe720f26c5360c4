"""Several changes of one plan at the same instant: a meeting that is sent twice is held once, and nobody overtakes anybody."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.plans import WORKER, Plan, day
from tests.functional.test_changes_at_once import all_at_once, codes


@pytest.fixture
def outcome(plan: Plan) -> str:
    """An outcome for a need of Mia's."""
    return plan.outcome(plan.need())


def document(mutation: str) -> str:
    """Write a mutation that answers with what stood in the way."""
    name = mutation[0].upper() + mutation[1:]
    return f"mutation M($input: {name}Input!) {{ {mutation}(input: $input) {{ userErrors {{ code }} }} }}"


def both_at_once(api: Api, *changes: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Send different mutations at the same instant, as the worker; return the payload of each."""
    with ThreadPoolExecutor(len(changes)) as pool:
        sent = [pool.submit(all_at_once, api, document(mutation), [given]) for mutation, given in changes]
        return [found for each in sent for found in each.result()]


def test_a_meeting_sent_six_times_at_once_with_one_key_is_held_once(api: Api, plan: Plan, outcome: str) -> None:
    action = {"outcomeId": outcome, "what": "Ring.", "practitionerId": WORKER, "byWhen": day(5)}
    came = [{"practitionerId": WORKER, "presence": "ATTENDED"}]
    meeting = {"caseId": plan.family.case, "heldOn": day(0), "practitioners": came, "decisions": "To go on.", "agreedLeadId": WORKER}
    version = plan.family.version()

    found = all_at_once(api, document("recordMeeting"), [{**meeting, "actions": [action], "idempotencyKey": "pressed often"}] * 6)

    assert codes(found) == [""] * 6
    assert [len(api.sql(f"SELECT 1 FROM {table}")) for table in ("meeting", "meeting_practitioner", "plan_action")] == [1, 1, 1]
    assert [row["kind"] for row in api.sql("SELECT kind FROM lead_professional ORDER BY started_at, id")] == ["acting", "agreed"]
    assert plan.family.version() == version + 1


def test_an_action_is_done_once(api: Api, plan: Plan, outcome: str) -> None:
    asked = {"actionId": plan.action(outcome)}

    found = all_at_once(api, document("completeAction"), [asked, asked])

    assert codes(found) == ["", "ALREADY_DONE"]
    assert api.events("case", plan.family.case).count("ActionCompleted") == 1


def test_a_stay_in_review_has_one_review(api: Api, plan: Plan, outcome: str) -> None:
    plan.to_review(outcome)
    asked = plan.said({outcome: "PARTLY"})

    found = all_at_once(api, document("recordReview"), [asked, asked])

    assert codes(found) == ["", "ALREADY_DONE"]
    assert len(api.sql("SELECT 1 FROM review_outcome")) == 1


def test_of_two_who_amend_a_need_one_is_told_that_the_other_did(api: Api, plan: Plan) -> None:
    need = plan.need()
    asked: list[dict[str, Any]] = [{"needId": need, "expectedRevision": 1, "severity": n} for n in (3, 4)]

    found = all_at_once(api, document("amendNeed"), asked)

    assert codes(found) == ["", "CONFLICT"]


def test_nothing_is_added_to_an_outcome_while_it_ends(api: Api, plan: Plan, outcome: str) -> None:
    added = {"outcomeId": outcome, "what": "Ring.", "practitionerId": WORKER, "byWhen": day(5)}
    ended = {"outcomeId": outcome, "isAchieved": True, "why": "She sleeps."}

    found = both_at_once(api, ("addAction", added), ("endOutcome", ended))

    assert [code == "" for code in codes(found)].count(True) == 1
    [row] = api.sql("SELECT o.status, count(a.id) FROM outcome o LEFT JOIN plan_action a ON a.outcome_id = o.id GROUP BY o.status")
    assert (row["status"], row["count"]) in (("open", 1), ("achieved", 0))
