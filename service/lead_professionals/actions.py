"""What can be done about the lead professional of a case: name the next one, and end the role."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads
from service.cases.actions import refuse_if_ended
from service.changing.amending import amended
from service.errors import AlreadyDone, BadInput
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Transaction, Written
from service.lead_professionals import rows, rules
from service.waits import writing as waits
from service.waits.tables import WaitKind


async def name_lead_professional(
    tx: Transaction, *, actor: Actor, case_id: UUID, practitioner_id: UUID, kind: str, handover: str | None = None
) -> Written:
    """Name who holds the case together from now on; the role of the one before ends at the same instant."""
    case = await loads.load(tx, rows.LOAD_TO_NAME, case_id, practitioner_id=practitioner_id)
    tx.may(case, Action.NAME_LEAD_PROFESSIONAL)
    refuse_if_ended(case)
    leads = orjson.loads(case["leads"])
    rules.refuse_the_same(leads, practitioner_id, kind)
    facts = {"is_active": case["is_active"], "works_here": case["works_here"]}
    if problems := list(rules.problems(leads, **facts, handover=handover)):
        raise BadInput.because(problems)
    named = {"lead_id": tx.new_id(case.now), "practitioner_id": practitioner_id, "kind": kind, "handover": handover}
    event = Event("LeadProfessionalNamed", {**named, "ended": [lead["id"] for lead in leads]})
    return await tx.write(rows.NAME_LEAD, case.position, event, record=named["lead_id"], **named)  # type: ignore[arg-type]


async def amend_lead_professional(
    tx: Transaction, *, actor: Actor, lead_id: UUID, expected_version: int, changes: Mapping[str, Any]
) -> Written:
    """Correct whether a lead professional was agreed or acting, or what the next one was told."""
    case = await tx.load(rows.LOAD_OF_LEAD, expected_version=expected_version, lead_id=lead_id)
    tx.may(case, Action.NAME_LEAD_PROFESSIONAL)
    refuse_if_ended(case)
    lead = orjson.loads(case["lead"])
    before, after = amended(lead, changes, editable=rules.EDITABLE, always_filled={"kind": "kind"})
    rules.refuse_early_handover(lead, after)
    event = Event("LeadProfessionalAmended", {"lead_id": lead_id, "before": before, "after": after})
    return await tx.write(rows.AMEND_LEAD, case.position, event, record=lead_id, lead_id=lead_id, **prefixed("lead", after))


async def end_lead_professional(tx: Transaction, *, actor: Actor, lead_id: UUID, handover: str | None = None) -> Written:
    """End the role of a lead professional before there is another one."""
    case = await tx.load(rows.LOAD_OF_LEAD, lead_id=lead_id)
    tx.may(case, Action.NAME_LEAD_PROFESSIONAL)
    refuse_if_ended(case)
    lead = orjson.loads(case["lead"])
    if lead["ended_at"] is not None:
        raise AlreadyDone("They are no longer lead professional.", path=("leadId",))
    event = Event("LeadProfessionalEnded", {"lead_id": lead_id, "practitioner_id": lead["practitioner_id"], "handover": handover})
    held = loads.settings_of(case)
    wait = waits.values(WaitKind.LEAD_TO_BE_AGREED, wait_id=tx.new_id(case.now), now=case.now, settings=held)
    return await tx.write(rows.END_LEAD, case.position, event, record=lead_id, lead_id=lead_id, handover=handover, **wait)
