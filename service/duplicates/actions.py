"""What can be done about possible duplicates: decide whether two records are about one person, and change the decision."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.duplicates import rows, rules
from service.duplicates.tables import DUPLICATE
from service.errors import NotFound
from service.journal.transaction import Transaction, Written


async def decide_duplicate(
    tx: Transaction, *, actor: Actor, case_id: UUID, person_id: UUID, other_id: UUID, same: bool, reason: str
) -> Written:
    """Decide whether a child of the case and a possible duplicate are the same person. The records stay as they are."""
    case = await loads.load(tx, rows.LOAD, case_id, person_id=person_id, other_id=other_id)
    tx.may(case, Action.DECIDE_DUPLICATE)
    refuse_if_ended(case)
    if not case["is_possible"]:
        raise NotFound("There is no possible duplicate of a child of this case by this id.", path=("otherId",))
    row = {"person_id": person_id, "other_id": other_id, "same": same, "reason": reason}
    row |= {"decided_by": actor.id, "decided_at": case.now, "revision": 1}
    return await records.add(tx, rows.ADD, case, "DuplicateDecided", DUPLICATE, row)


async def amend_duplicate_decision(
    tx: Transaction, *, actor: Actor, decision_id: UUID, expected_revision: int, changes: Mapping[str, Any]
) -> Written:
    """Change a decision about a possible duplicate."""
    case = await tx.load(rows.LOAD_DECISION, record_id=decision_id)
    tx.may(case, Action.DECIDE_DUPLICATE)
    refuse_if_ended(case)
    found = records.to_amend(
        DUPLICATE, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    return await records.amend(tx, rows.AMEND, case, "DuplicateDecisionAmended", DUPLICATE, *found)
