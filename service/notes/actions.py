"""What can be done with case notes: add one, and amend one's own. A case that has ended can still be written about."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import AlreadyDone, BadInput, expect_revision
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Transaction, Written
from service.notes import rows, rules


async def add_note(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    kind: str,
    happened_on: dt.date,
    text: str,
    seen: Sequence[Mapping[str, Any]] | None = None,
) -> Written:
    """Write a dated note on a case: what happened, who was seen, and what they said."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.ADD_NOTE)
    seen = seen or []
    note: dict[str, Any] = {"kind": kind, "happened_on": happened_on, "text": text}
    if problems := [*rules.problems(note, today=day_in_london(case.now)), *rules.seen_problems(seen, read_family(case["family"]))]:
        raise BadInput.because(problems)
    note |= {"id": tx.new_id(case.now), "case_id": case_id, "author_id": actor.id, "recorded_at": case.now, "revision": 1}
    event = Event("NoteAdded", {"note": note, "seen": [dict(each) for each in seen]})
    return await tx.write(rows.ADD_NOTE, case.position, event, record=note["id"], **prefixed("note", note), **columns(seen))


def columns(seen: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return who was seen as the statement takes it."""
    names = {"seen_ids": "person_id", "seen_alone": "alone", "seen_words": "own_words"}
    return {name: [each.get(column) for each in seen] for name, column in names.items()}


async def amend_note(
    tx: Transaction, *, actor: Actor, note_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Amend one's own note and say why; what it read before is kept as a revision."""
    case = await tx.load(rows.LOAD_OF_NOTE, note_id=note_id)
    tx.may(case, Action.ADD_NOTE)
    note = orjson.loads(case["note"])
    refuse_struck(note)
    rules.refuse_another_author(UUID(note["author_id"]), actor.id)
    expect_revision(note["revision"], expected_revision, "This note")
    before = {**{name: note[name] for name in rules.EDITABLE}, "happened_on": dt.date.fromisoformat(note["happened_on"])}
    before_seen = rules.in_order(orjson.loads(case["who_was_seen"]))
    seen = rules.in_order(changes["seen"] or []) if "seen" in changes else before_seen
    after = {**before, **{name: value for name, value in changes.items() if name != "seen"}}
    if (after, seen) == (before, before_seen):
        raise AlreadyDone
    if problems := [*rules.problems(after, today=day_in_london(case.now)), *rules.seen_problems(seen, read_family(case["family"]))]:
        raise BadInput.because(problems)
    told = {"before": {**before, "seen": before_seen}, "after": {**after, "seen": seen}}
    event = Event("NoteAmended", {"note_id": note_id, "reason": reason, **told})
    old = {**before, "note_id": note_id, "revision": expected_revision, "reason": reason, "amended_by": actor.id, "amended_at": case.now}
    values = {**prefixed("old", old), **prefixed("note", {**after, "revision": expected_revision + 1, "id": note_id}), **columns(seen)}
    return await tx.write(rows.AMEND_NOTE, case.position, event, record=note_id, **values)
