"""What can be done with access needs: say them, say them anew, and correct them."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.access_needs import rows, rules
from service.access_needs.tables import ACCESS_NEEDS
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import BadInput
from service.journal.transaction import Transaction, Written
from service.people import records


async def record_access_needs(tx: Transaction, *, actor: Actor, person_id: UUID, **said: Any) -> Written:
    """Say what somebody needs in order to take part; what was said before is kept, and holds no more."""
    person = await tx.load(rows.LOAD, person_id=person_id)
    tx.may(person, Action.RECORD_ACCESS_NEEDS)
    refuse_struck(person.row)
    today = day_in_london(person.now)
    needs = {name: said.get(name) for name in rules.EDITABLE} | {"noted_on": said.get("noted_on") or today}
    if problems := list(rules.problems(needs, today=today)):
        raise BadInput.because(problems)
    row = {**needs, "recorded_by": actor.id, "recorded_at": person.now, "replaced_at": None, "revision": 1}
    return await records.add(tx, rows.RECORD, person, "AccessNeedsRecorded", ACCESS_NEEDS, row)


async def amend_access_needs(
    tx: Transaction, *, actor: Actor, access_needs_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was said of somebody's needs; when the needs changed, they are recorded anew instead."""
    person = await tx.load(rows.LOAD_OF_NEEDS, record_id=access_needs_id)
    tx.may(person, Action.RECORD_ACCESS_NEEDS)
    rules.refuse_replaced(records.standing(ACCESS_NEEDS, person))
    found = records.to_amend(
        ACCESS_NEEDS, person, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    if problems := list(rules.problems(found[2], today=day_in_london(person.now))):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND, person, "AccessNeedsAmended", ACCESS_NEEDS, *found, reason=reason)
