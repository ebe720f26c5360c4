"""What can be done about a concern after it was sent: chase social care's answer, and correct what was recorded."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import records
from service.cases.actions import refuse_if_ended
from service.concerns import rows, rules
from service.concerns.tables import CHASER, CONCERN, SOCIAL_CARE
from service.deadlines.rules import day_in_london
from service.errors import BadInput, Refused
from service.journal.transaction import Transaction, Written


async def chase_concern(tx: Transaction, *, actor: Actor, concern_id: UUID, to_whom: str, note: str | None = None) -> Written:
    """Record that social care was reminded of a concern that waits for its decision."""
    case = await tx.load(rows.LOAD_CONCERN, record_id=concern_id)
    tx.may(case, Action.CHASE_CONCERN)
    refuse_if_ended(case)
    if case["is_decided"]:
        raise Refused("This concern does not wait for a decision.", path=("concernId",), reason="concern_decided")
    row = {"concern_id": concern_id, "to_whom": to_whom, "note": note, "sent_by": actor.id, "sent_at": case.now}
    row |= {"entered_wrongly": None, "revision": 1}
    return await records.add(tx, rows.CHASE, case, "ConcernChased", CHASER, row)


async def amend_concern_chaser(
    tx: Transaction, *, actor: Actor, chaser_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of a reminder, or say that it was entered wrongly: it then counts for nothing."""
    case = await tx.load(rows.LOAD_CHASER, record_id=chaser_id)
    tx.may(case, Action.CHASE_CONCERN)
    found = records.to_amend(
        CHASER, case, changes, expected_revision=expected_revision, editable=rules.CHASER, always_filled=rules.CHASER_FILLED
    )
    return await records.amend(tx, rows.AMEND_CHASER, case, "ConcernChaserAmended", CHASER, *found, reason=reason)


async def amend_concern(
    tx: Transaction, *, actor: Actor, concern_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of a concern, or say that it was entered wrongly. What social care was told is not unsaid by it."""
    case = await tx.load(rows.LOAD_CONCERN, record_id=concern_id)
    tx.may(case, Action.AMEND_CONCERN)
    found = records.to_amend(
        CONCERN, case, changes, expected_revision=expected_revision, editable=rules.CONCERN, always_filled=rules.CONCERN_FILLED
    )
    return await records.amend(tx, rows.AMEND_CONCERN, case, "ConcernAmended", CONCERN, *found, reason=reason)


async def amend_social_care_decision(
    tx: Transaction, *, actor: Actor, decision_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of a decision of social care, or say that it was entered wrongly: what it answered waits again."""
    case = await tx.load(rows.LOAD_DECISION, record_id=decision_id)
    tx.may(case, Action.RECORD_SOCIAL_CARE_DECISION)
    if changes.get("entered_wrongly"):
        refuse_if_ended(case)
    record, before, after = records.to_amend(
        SOCIAL_CARE, case, changes, expected_revision=expected_revision, editable=rules.DECISION, always_filled=rules.DECISION_FILLED
    )
    if problems := list(rules.decision_problems(after, taken=record["taken"], today=day_in_london(case.now))):
        raise BadInput.because(problems)
    fixed = {f"{SOCIAL_CARE.name}_{name}": record[name] for name in ("child_ids", "recorded_at")}
    return await records.amend(
        tx, rows.AMEND_DECISION, case, "SocialCareDecisionAmended", SOCIAL_CARE, record, before, after, reason=reason, **fixed
    )
