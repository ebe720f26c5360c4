"""What can be done with a relationship: record it, and amend it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import BadInput
from service.journal.transaction import Transaction, Written
from service.people import records
from service.relationships import rows, rules
from service.relationships.tables import RELATIONSHIP


async def record_relationship(tx: Transaction, *, actor: Actor, person_id: UUID, relative_id: UUID, **said: Any) -> Written:
    """Record who somebody is to a child, and whether they have parental responsibility."""
    child = await tx.load(rows.LOAD, person_id=person_id, relative_id=relative_id)
    tx.may(child, Action.RECORD_RELATIONSHIP)
    refuse_struck(child.row)
    row = {name: said.get(name) for name in rules.EDITABLE}
    people = rules.people_problems(child.row, relative_id, child["relative_kind"])
    if problems := [*people, *rules.problems(row, today=day_in_london(child.now))]:
        raise BadInput.because(problems)
    row |= {"relative_id": relative_id, "recorded_by": actor.id, "recorded_at": child.now, "revision": 1}
    return await records.add(tx, rows.RECORD, child, "RelationshipRecorded", RELATIONSHIP, row)


async def amend_relationship(
    tx: Transaction, *, actor: Actor, relationship_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct a relationship, or say since when somebody has parental responsibility no more."""
    child = await tx.load(rows.LOAD_OF_RELATIONSHIP, record_id=relationship_id)
    tx.may(child, Action.RECORD_RELATIONSHIP)
    records.standing(RELATIONSHIP, child)
    found = records.to_amend(
        RELATIONSHIP, child, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    if problems := list(rules.problems(found[2], today=day_in_london(child.now))):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND, child, "RelationshipAmended", RELATIONSHIP, *found, reason=reason)
