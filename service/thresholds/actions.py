"""What can be done with threshold documents and decisions."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action, Standing
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.changing.amending import amended
from service.council import structure
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, NotFound, Refused, expect_revision
from service.journal.chain import Event
from service.journal.transaction import Transaction, Written
from service.thresholds import rows, rules
from service.thresholds.tables import DECISION
from service.waits import writing as waits
from service.waits.tables import WaitKind


async def add_threshold_document(tx: Transaction, *, actor: Actor, in_force_from: dt.date, **said: Any) -> Written:
    """Add a version of the council's threshold document; it ends the one before on the day on which it begins."""
    begun = await structure.begin(tx, rows.BEGIN_DOCUMENT)
    tx.may(begun, Action.MANAGE_THRESHOLD_DOCUMENTS)
    if problems := list(rules.first_day(in_force_from, day_in_london(begun.now))):
        raise BadInput.because(problems)
    return await structure.add(tx, rows.ADD_DOCUMENT, begun, "ThresholdDocumentAdded", {**said, "in_force_from": in_force_from})


async def amend_threshold_document(
    tx: Transaction, *, actor: Actor, document_id: UUID, expected_version: int, changes: Mapping[str, Any]
) -> Written:
    """Correct a version of the threshold document; its day only while no decision was made against it."""
    found = await structure.load(tx, rows.LOAD_DOCUMENT, expected_version, id=document_id)
    tx.may(found, Action.MANAGE_THRESHOLD_DOCUMENTS)
    before, after = amended(found.row, changes, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    if problems := list(rules.document_problems(before, after, is_used=found["is_used"])):
        raise Refused.because(problems)
    return await structure.amend(tx, rows.AMEND_DOCUMENT, found, "ThresholdDocumentAmended", before, after)


async def record_threshold(
    tx: Transaction, *, actor: Actor, case_id: UUID, levels: list[dict[str, Any]], risk_assessment_id: UUID | None = None, **said: Any
) -> Written:
    """Decide at which level of need a case is, and where that leads. It takes the place of the decision before it."""
    case = await loads.load(tx, rows.LOAD, case_id, risk_assessment_id=risk_assessment_id)
    tx.may(case, Action.RECORD_THRESHOLD)
    refuse_if_ended(case)
    if case["document_id"] is None:
        sentence = "The council has no threshold document in force. Ask an administrator to add it."
        raise Refused(sentence, reason="threshold_document")
    if risk_assessment_id and not case["risk_found"]:
        raise NotFound(path=("riskAssessmentId",))
    if problems := list(rules.problems(said, levels, children=case["child_ids"])):
        raise BadInput.because(problems)
    level = rules.highest(levels)
    asked = rules.needs_approval(level, said["outcome"])
    row = dict.fromkeys(column.name for column in DECISION.c if column.name not in ("id", "case_id"))
    row |= {**said, "level": level, "document_id": case["document_id"], "risk_assessment_id": risk_assessment_id}
    row |= {"decided_by": actor.id, "decided_at": case.now, "needs_approval": asked, "revision": 1}
    children = {"child_ids": [each["person_id"] for each in levels], "levels": [each["level"] for each in levels]}
    held = loads.settings_of(case)
    wait = waits.values(WaitKind.THRESHOLD_APPROVAL, wait_id=tx.new_id(case.now), now=case.now, settings=held, begins=asked)
    return await records.add(tx, rows.DECIDE, case, "ThresholdDecided", DECISION, row, **children, **wait)


async def amend_threshold(
    tx: Transaction, *, actor: Actor, decision_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct the words of a decision until it is approved; another level or outcome is another decision."""
    case = await tx.load(rows.LOAD_DECISION, record_id=decision_id)
    tx.may(case, Action.RECORD_THRESHOLD)
    refuse_if_ended(case)
    found = records.to_amend(
        DECISION, case, changes, expected_revision=expected_revision, editable=rules.WORDS, always_filled={"reasons": "reasons"}
    )
    if found[0]["approved_at"]:
        raise Refused("This decision is approved as it reads. Make another one.", path=("decisionId",), reason="decision_approved")
    if problems := list(rules.sending_problems({**found[0], **found[2]})):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND, case, "ThresholdDecisionAmended", DECISION, *found, reason=reason)


async def approve_threshold(
    tx: Transaction, *, actor: Actor, decision_id: UUID, expected_revision: int | None = None, note: str | None = None
) -> Written:
    """Approve somebody else's decision that goes against the document."""
    case = await tx.load(rows.LOAD_DECISION, record_id=decision_id)
    decision = records.read_row(DECISION, case["record"])
    mine = {Standing.DECIDER} if decision["decided_by"] == actor.id else set()
    tx.may(dataclasses.replace(case, standings={*case.standings, *mine}), Action.APPROVE_THRESHOLD)
    refuse_if_ended(case)
    if expected_revision is not None:
        expect_revision(decision["revision"], expected_revision, "This decision")
    if decision["approved_at"]:
        raise AlreadyDone("This decision is approved already.", path=("decisionId",))
    if not decision["needs_approval"]:
        raise Refused("This decision follows the document: nobody has to approve it.", path=("decisionId",), reason="no_approval_needed")
    if case["last"] != decision_id:
        raise Refused("A later decision has taken the place of this one.", path=("decisionId",), reason="decision_replaced")
    event = Event("ThresholdApproved", {"decision_id": decision_id, "note": note})
    values = {"record_id": decision_id, "approved_by": actor.id, "approval_note": note}
    return await tx.write(rows.APPROVE, case.position, event, record=decision_id, **values)
