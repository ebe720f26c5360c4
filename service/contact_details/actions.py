"""What can be done with the contact details of a person: add one, amend it, and end it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.contact_details import rows, rules
from service.contact_details.tables import DETAIL
from service.entered_in_error.rules import refuse_struck
from service.errors import BadInput, NotFound
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Transaction, Written
from service.people import records


async def add_contact_detail(tx: Transaction, *, actor: Actor, person_id: UUID, case_id: UUID | None = None, **said: Any) -> Written:
    """Record a way to reach somebody, and who may know it."""
    person = await tx.load(rows.LOAD, person_id=person_id, case_id=case_id)
    tx.may(person, Action.RECORD_CONTACT_DETAIL)
    refuse_struck(person.row)
    if case_id and not person["case_found"]:
        raise NotFound("There is no such case of theirs that you have.", path=("caseId",))
    detail = {name: said.get(name) for name in rules.EDITABLE}
    if problems := list(rules.problems(detail, case_named=case_id is not None)):
        raise BadInput.because(problems)
    row = {**detail, "case_id": case_id, "recorded_by": actor.id, "recorded_at": person.now, "revision": 1}
    row |= dict.fromkeys(("ended_at", "end_reason"))
    return await records.add(tx, rows.ADD, person, "ContactDetailAdded", DETAIL, row)


async def amend_contact_detail(
    tx: Transaction, *, actor: Actor, contact_detail_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct a way to reach somebody, or say anew who may know it."""
    person = await tx.load(rows.LOAD_OF_DETAIL, record_id=contact_detail_id)
    tx.may(person, Action.RECORD_CONTACT_DETAIL)
    rules.refuse_ended(records.standing(DETAIL, person))
    detail, before, after = records.to_amend(
        DETAIL, person, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    if problems := list(rules.problems(after, case_named=detail["case_id"] is not None)):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND, person, "ContactDetailAmended", DETAIL, detail, before, after, reason=reason)


async def end_contact_detail(tx: Transaction, *, actor: Actor, contact_detail_id: UUID, reason: str) -> Written:
    """Say that somebody is not reached this way any more; it stays on record."""
    person = await tx.load(rows.LOAD_OF_DETAIL, record_id=contact_detail_id)
    tx.may(person, Action.RECORD_CONTACT_DETAIL)
    detail = records.standing(DETAIL, person)
    rules.refuse_ended(detail)
    event = Event("ContactDetailEnded", {"contact_detail_id": contact_detail_id, "end_reason": reason})
    values = prefixed("contact_detail", {"end_reason": reason, "revision": detail["revision"] + 1})
    return await tx.write(rows.END, person.position, event, record=contact_detail_id, record_id=contact_detail_id, **values)
