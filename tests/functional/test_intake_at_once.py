"""Two people who do the same thing at the same instant: one of them does it, the other is told so, and it is done once."""

import asyncio
import secrets
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from service.cases.loads import LOCK_CHILDREN
from service.database import open_pool
from service.graph.running import Asked, Runner
from tests.functional import concerns, recording, siblings, step_downs, transfers
from tests.functional.api import Api
from tests.functional.duplicates import add
from tests.functional.families import Family
from tests.functional.test_propose_closure import proposing

Attempt = tuple[str, str, dict[str, Any]]


def together(api: Api, *attempts: Attempt) -> list[str]:
    """Make changes at the same instant; return what stood in the way of each, in order, nothing as an empty text."""

    async def send(pool: Any, who: str, mutation: str, given: dict[str, Any]) -> str:
        name = mutation[0].upper() + mutation[1:]
        text = f"mutation M($input: {name}Input!) {{ {mutation}(input: $input) {{ userErrors {{ code }} }} }}"
        asked = Asked(text, {"input": {"idempotencyKey": secrets.token_hex(8), **given}})
        answer = (await Runner(pool).run(api.actor(who), asked)).parsed()
        return "".join(problem["code"] for problem in answer["data"][mutation]["userErrors"])

    async def run() -> list[str]:
        pool = await open_pool(api.url, most=len(attempts))
        found = await asyncio.gather(*(send(pool, *each) for each in attempts))
        await pool.close()
        return sorted(found)

    return asyncio.run(run())


def test_two_answers_to_one_offer_leave_the_first(api: Api, family: Family) -> None:
    offered = transfers.offer(family)
    given = {"offerId": offered, **transfers.ANSWER}

    found = together(api, ("worker", "recordTransferAnswer", given), ("manager", "recordTransferAnswer", {**given, "answer": "DECLINED"}))

    assert found == ["", "ALREADY_DONE"]
    assert api.events("case", family.case).count("TransferAnswered") == 1
    [event] = api.sql("SELECT payload FROM event WHERE kind = 'TransferAnswered'")
    [row] = api.sql("SELECT answer, revision FROM transfer_offer")
    assert f'"answer":"{row["answer"]}"' in event["payload"] and row["revision"] == 2


def test_two_offers_leave_one_that_waits(api: Api, family: Family) -> None:
    family.reviewing()

    asked = [(who, "offerTransfer", {"caseId": family.case, "council": code}) for who, code in (("worker", "878"), ("manager", "933"))]

    assert together(api, *asked) == ["", ""]
    assert recording.kinds(family, "worker").count("RECEIVING_COUNCIL") == 1


def test_one_of_two_corrections_of_one_record_is_told_of_the_other(api: Api, family: Family) -> None:
    given = {"offerId": transfers.offer(family), "expectedRevision": 1, "reason": "A slip."}

    found = together(api, *((who, "amendTransferOffer", {**given, "note": who}) for who in ("worker", "manager")))

    assert found == ["", "CONFLICT"]


def test_a_threshold_is_not_approved_in_words_that_nobody_read(api: Api, family: Family) -> None:
    recording.add_document(api)
    family.in_triage()
    given = {"decisionId": recording.decide(family, 4, "EARLY_HELP_ASSESSMENT")["id"], "expectedRevision": 1}
    correction = {**given, "reason": "A slip.", "reasons": "Section 5."}

    found = together(api, ("triage", "amendThreshold", correction), ("front_door_manager", "approveThreshold", given))

    assert found in (["", "CONFLICT"], ["", "REFUSED"])
    [row] = api.sql("SELECT reasons, approved_at FROM threshold_decision")
    assert (row["approved_at"] is None) == (row["reasons"] == "Section 5.")


def test_two_approvals_of_one_decision_leave_the_first(api: Api, family: Family) -> None:
    recording.add_document(api)
    family.in_triage()
    given = {"decisionId": recording.decide(family, 4, "EARLY_HELP_ASSESSMENT")["id"]}

    assert together(api, *[("front_door_manager", "approveThreshold", given)] * 2) == ["", "ALREADY_DONE"]
    assert api.events("case", family.case).count("ThresholdApproved") == 1


def test_social_care_decides_once(api: Api, family: Family) -> None:
    family.assessing()
    concerns.tell(family, family.jake)
    said = {"decidedBy": "J. Moss, team manager", "decidedOn": recording.TODAY}
    given = {"caseId": family.case, "expectedVersion": family.version(), "childIds": [family.jake], **said}

    taken = ("worker", "recordTaken", {**given, "route": "CHILD_IN_NEED"})
    found = together(api, taken, ("manager", "recordNotTaken", {**given, "why": "Below their threshold."}))

    assert found == ["", "CONFLICT"]
    assert len(concerns.seen(family)["socialCareDecisions"]) == 1


def test_a_possible_duplicate_is_decided_once(api: Api, family: Family) -> None:
    family.in_triage()
    given = {"caseId": family.case, "personId": family.jake, "otherId": add(api, "Jake"), "reason": "Another address."}

    asked = [(who, "decideDuplicate", {**given, "same": who == "triage"}) for who in ("triage", "front_door_manager")]

    assert together(api, *asked) == ["", "ALREADY_DONE"]
    assert len(api.sql("SELECT id FROM duplicate_decision")) == 1


def test_a_siblings_case_is_considered_once(api: Api, family: Family) -> None:
    siblings.part(family)

    asked = [(who, "answerSiblingCase", siblings.answer(family)) for who in ("worker", "manager")]

    assert together(api, *asked) == ["", "ALREADY_DONE"]


def test_a_step_down_is_recorded_once_and_social_care_closes_its_case_once(api: Api, family: Family) -> None:
    step_downs.planning(family)
    given = {"caseId": family.case, **step_downs.GIVEN}
    assert together(api, *((who, "recordStepDown", given) for who in ("worker", "manager"))) == ["", "ALREADY_DONE"]

    [row] = api.sql("SELECT 'stepdown_' || id AS id FROM step_down")
    closing = {"stepDownId": row["id"], "closedOn": recording.TODAY}
    assert together(api, *((who, "closeSocialCareCase", closing) for who in ("worker", "manager"))) == ["", "ALREADY_DONE"]


def test_a_closure_is_proposed_once_and_answered_once(api: Api, family: Family) -> None:
    family.reviewing()
    assert together(api, *[("worker", "proposeClosure", proposing(family))] * 2) == ["", "ALREADY_DONE"]

    [row] = api.sql("SELECT 'closureproposal_' || id AS id FROM closure_proposal")
    answers = [
        (who, "answerClosureProposal", {"proposalId": row["id"], "agreed": who == "manager", "note": "So be it."}) for who in MANAGERS
    ]
    assert together(api, *answers) == ["", "ALREADY_DONE"]


MANAGERS = ("manager", "service_manager")


def test_a_referrer_is_told_by_both_and_each_is_kept(api: Api, family: Family) -> None:
    family.in_triage()
    given = {"caseId": family.case, "said": "It is being dealt with.", "means": "TELEPHONE", "toldOn": recording.TODAY}

    assert together(api, *((who, "tellReferrer", given) for who in ("triage", "front_door_manager"))) == ["", ""]
    assert len(api.sql("SELECT id FROM referrer_answer")) == 2
    assert "REFERRER_TO_BE_TOLD" not in recording.kinds(family)


def test_assessments_of_one_child_on_two_cases_take_turns(api: Api, family: Family) -> None:
    """The second waits at the child until the first is written, and then sees it."""
    first = UUID(family.awaiting_agreement()[5:])
    second = UUID(family.awaiting_agreement()[5:])

    async def run() -> None:
        one, other = [await asyncpg.connect(api.url) for _ in range(2)]
        try:
            async with one.transaction():
                await one.execute(LOCK_CHILDREN.sql, first)
                await other.execute("SET lock_timeout = '200ms'")
                with pytest.raises(asyncpg.LockNotAvailableError):
                    await other.execute(LOCK_CHILDREN.sql, second)
            await other.execute(LOCK_CHILDREN.sql, second)
        finally:
            await one.close()
            await other.close()

    asyncio.run(run())
