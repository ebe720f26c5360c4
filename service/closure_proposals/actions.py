"""What can be done about a proposal to close a case: make it, write it anew or withdraw it, and answer somebody else's."""

import dataclasses
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action, Standing
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.cases.rules import workflow_of
from service.closure_proposals import rows, rules
from service.closure_proposals.tables import PROPOSAL
from service.errors import BadInput, expect_revision
from service.journal.chain import Event
from service.journal.transaction import Loaded, Transaction, Written
from service.waits import writing as waits
from service.waits.tables import WaitKind

CLOSE = "close"


async def propose_closure(tx: Transaction, *, actor: Actor, case_id: UUID, closure_reason: str, why: str) -> Written:
    """Propose to a manager that a case is closed; the case goes on until it is."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.PROPOSE_CLOSURE)
    refuse_if_ended(case)
    refuse_bad_reason(case, closure_reason)
    row: dict[str, Any] = dict.fromkeys(("withdrawn", "agreed", "answer_note", "answered_by", "answered_at"))
    row |= {"id": tx.new_id(case.now), "reason": closure_reason, "why": why}
    row |= {"proposed_by": actor.id, "proposed_at": case.now, "revision": 1}
    held = loads.settings_of(case)
    wait = waits.values(WaitKind.CLOSURE_AGREEMENT, wait_id=tx.new_id(case.now), now=case.now, settings=held, about=row["id"])
    return await records.add(tx, rows.PROPOSE, case, "ClosureProposed", PROPOSAL, row, **wait)


async def amend_closure_proposal(
    tx: Transaction, *, actor: Actor, proposal_id: UUID, expected_revision: int, changes: Mapping[str, Any]
) -> Written:
    """Write a proposal anew while it waits, or withdraw it."""
    case = await tx.load(rows.LOAD_PROPOSAL, record_id=proposal_id)
    tx.may(case, Action.PROPOSE_CLOSURE)
    refuse_if_ended(case)
    changes = {{"closure_reason": "reason"}.get(name, name): value for name, value in changes.items()}
    found = records.to_amend(
        PROPOSAL, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    refuse_settled(found[0])
    refuse_bad_reason(case, found[2]["reason"])
    return await records.amend(tx, rows.AMEND, case, "ClosureProposalAmended", PROPOSAL, *found)


async def answer_closure_proposal(
    tx: Transaction, *, actor: Actor, proposal_id: UUID, agreed: bool, expected_revision: int | None = None, note: str | None = None
) -> Written:
    """Agree that a case is closed, or say why it should go on. It moves nothing: closing is a step of its own."""
    case = await tx.load(rows.LOAD_PROPOSAL, record_id=proposal_id)
    proposal = records.read_row(PROPOSAL, case["record"])
    mine = {Standing.DECIDER} if proposal["proposed_by"] == actor.id else set()
    tx.may(dataclasses.replace(case, standings={*case.standings, *mine}), Action.ANSWER_CLOSURE_PROPOSAL)
    refuse_if_ended(case)
    if expected_revision is not None:
        expect_revision(proposal["revision"], expected_revision, "This proposal")
    refuse_settled(proposal)
    if problems := list(rules.answer_problems(agreed=agreed, note=note)):
        raise BadInput.because(problems)
    event = Event("ClosureProposalAnswered", {"proposal_id": proposal_id, "agreed": agreed, "note": note})
    values = {"record_id": proposal_id, "agreed": agreed, "answer_note": note, "answered_by": actor.id}
    return await tx.write(rows.ANSWER, case.position, event, record=proposal_id, **values)


def refuse_settled(proposal: Mapping[str, Any]) -> None:
    """Raise BadInput for a proposal that is answered or withdrawn."""
    if problems := list(rules.settled_problems(proposal)):
        raise BadInput.because(problems)


def refuse_bad_reason(case: Loaded, reason: str) -> None:
    """Raise BadInput for a reason for which the case's workflow closes nothing."""
    offered = workflow_of(case.row).triggers[CLOSE].reasons
    if problems := list(rules.reason_problems(reason, offered=offered)):
        raise BadInput.because(problems)
