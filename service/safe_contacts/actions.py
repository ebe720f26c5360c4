"""What can be done with a statement about safe contact: record it, amend it with its history, and end it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import BadInput
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Transaction, Written
from service.people import records
from service.safe_contacts import rows, rules
from service.safe_contacts.tables import SAFE_CONTACT


async def record_safe_contact(tx: Transaction, *, actor: Actor, person_id: UUID, **said: Any) -> Written:
    """Record how somebody may be reached and how not; one statement holds at a time."""
    person = await tx.load(rows.LOAD, person_id=person_id)
    tx.may(person, Action.RECORD_SAFE_CONTACT)
    refuse_struck(person.row)
    today = day_in_london(person.now)
    contact = {name: said.get(name) for name in rules.EDITABLE} | {"said_on": said.get("said_on") or today}
    if problems := list(rules.problems(contact, today=today)):
        raise BadInput.because(problems)
    row = {**contact, "recorded_by": actor.id, "recorded_at": person.now, "ended_at": None, "end_reason": None, "revision": 1}
    return await records.add(tx, rows.RECORD, person, "SafeContactRecorded", SAFE_CONTACT, row)


async def amend_safe_contact(
    tx: Transaction, *, actor: Actor, safe_contact_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Say anew how somebody may be reached; what it read before is kept as a revision."""
    person = await tx.load(rows.LOAD_OF_CONTACT, record_id=safe_contact_id)
    tx.may(person, Action.RECORD_SAFE_CONTACT)
    rules.refuse_ended(records.standing(SAFE_CONTACT, person))
    contact, before, after = records.to_amend(
        SAFE_CONTACT, person, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    if problems := list(rules.problems(after, today=day_in_london(person.now))):
        raise BadInput.because(problems)
    old = {**before, "safe_contact_id": safe_contact_id, "revision": expected_revision, "reason": reason}
    old |= {"amended_by": actor.id, "amended_at": person.now}
    return await records.amend(
        tx, rows.AMEND, person, "SafeContactAmended", SAFE_CONTACT, contact, before, after, reason=reason, **prefixed("old", old)
    )


async def end_safe_contact(tx: Transaction, *, actor: Actor, safe_contact_id: UUID, reason: str) -> Written:
    """Say that a statement about safe contact holds no more; it stays on record."""
    person = await tx.load(rows.LOAD_OF_CONTACT, record_id=safe_contact_id)
    tx.may(person, Action.END_SAFE_CONTACT)
    contact = records.standing(SAFE_CONTACT, person)
    rules.refuse_ended(contact)
    event = Event("SafeContactEnded", {"safe_contact_id": safe_contact_id, "end_reason": reason})
    values = prefixed("safe_contact", {"end_reason": reason, "revision": contact["revision"] + 1})
    return await tx.write(rows.END, person.position, event, record=safe_contact_id, record_id=safe_contact_id, **values)
