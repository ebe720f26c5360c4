"""What can be done about the case of a brother or sister: decide whether to join it or stay apart, and correct the decision."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.errors import NotFound
from service.journal.transaction import Transaction, Written
from service.linked_cases import rows, rules
from service.linked_cases.tables import SIBLING


async def answer_sibling_case(tx: Transaction, *, actor: Actor, case_id: UUID, sibling_id: UUID, answer: str, reason: str) -> Written:
    """Decide whether this case joins that of a brother or sister, or stays apart. It moves nobody: joining is a step of its own."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.ANSWER_SIBLING_CASE)
    refuse_if_ended(case)
    if str(sibling_id) not in {each["id"] for each in orjson.loads(case["siblings"])}:
        raise NotFound("There is no child of this household by this id who has a case of their own.", path=("siblingId",))
    row = {"sibling_id": sibling_id, "answer": answer, "reason": reason, "decided_by": actor.id, "decided_at": case.now, "revision": 1}
    return await records.add(tx, rows.ADD, case, "SiblingCaseConsidered", SIBLING, row)


async def amend_sibling_answer(
    tx: Transaction, *, actor: Actor, decision_id: UUID, expected_revision: int, changes: Mapping[str, Any]
) -> Written:
    """Change a decision about the case of a brother or sister."""
    case = await tx.load(rows.LOAD_DECISION, record_id=decision_id)
    tx.may(case, Action.ANSWER_SIBLING_CASE)
    refuse_if_ended(case)
    found = records.to_amend(
        SIBLING, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    return await records.amend(tx, rows.AMEND, case, "SiblingAnswerAmended", SIBLING, *found)
