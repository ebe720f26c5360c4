"""What can be done with the record of a person: add it, and amend it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import AlreadyDone, BadInput, Duplicate
from service.journal.chain import Event, Stream
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.people import rows, rules


async def add_person(tx: Transaction, *, actor: Actor, **given: Any) -> Written:
    """Add a person whom the service did not know; only who added them sees them until a case holds them."""
    said = rules.with_tidy_numbers({**dict.fromkeys(rules.EDITABLE), **given})
    said["sex"] = said["sex"] or "U"
    numbers = {name: said[name] for name in rows.NUMBERS}
    begun = await tx.begin(rows.BEGIN, **numbers)
    tx.may(begun, Action.ADD_PERSON)
    if problems := list(rules.problems(said, today=day_in_london(begun.now))):
        raise BadInput.because(problems)
    refuse_duplicate(tx, begun, numbers)
    person = {**said, "id": begun.position.stream.id, "version": 1, "added_by": actor.id, "unattached": True}
    return await tx.write(
        rows.ADD_PERSON, begun.position, Event("PersonAdded", {"person": person}), record=person["id"], **prefixed("person", person)
    )


async def amend_person(tx: Transaction, *, actor: Actor, person_id: UUID, expected_version: int, changes: Mapping[str, Any]) -> Written:
    """Correct the record of a person, or record the birth of an unborn child: it stays the same person."""
    wanted = rules.with_tidy_numbers(changes)
    numbers = {name: wanted.get(name) for name in rows.NUMBERS}
    found = await tx.load(rows.LOAD, expected_version=expected_version, person_id=person_id, **numbers)
    tx.may(found, Action.EDIT_PERSON)
    refuse_struck(found.row)
    after = rules.amended(found.row, wanted)
    changed = {name for name in rules.EDITABLE if after[name] != found[name]}
    if not changed:
        raise AlreadyDone
    if problems := list(rules.problems(after, today=day_in_london(found.now), changed=changed)):
        raise BadInput.because(problems)
    refuse_duplicate(tx, found, {name: value for name, value in numbers.items() if name in changed})
    event = Event("PersonAmended", {"before": {name: found[name] for name in changed}, "after": {name: after[name] for name in changed}})
    return await tx.write(rows.AMEND_PERSON, found.position, event, record=person_id, **prefixed("person", after))


def refuse_duplicate(tx: Transaction, found: Loaded, numbers: Mapping[str, Any]) -> None:
    """Raise Duplicate where somebody whom the actor sees has one of the numbers; whom the sentence names counts as read."""
    others = orjson.loads(found["same"])
    if problems := list(rules.duplicates(others, numbers)):
        tx.shown.extend(Stream(rows.STREAM, UUID(other["id"])) for other in others)
        raise Duplicate.because(problems)
