"""What can be done about a wrong entry: mark it, say the mark anew, and, by somebody else, confirm or dismiss it."""

import dataclasses
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action, Standing
from service.cases.records import read_row
from service.changing.amending import amended
from service.entered_in_error import rules
from service.entered_in_error.rows import MARKINGS, Marking
from service.entered_in_error.tables import MARK
from service.errors import BadInput, expect_revision
from service.journal.chain import Event
from service.journal.statements import Statement, prefixed
from service.journal.transaction import Loaded, Transaction, Written

Record = tuple[str, UUID]
"""An entry: the word of its noun, and its key."""


async def mark_entered_in_error(tx: Transaction, *, actor: Actor, record: Record, reason: str, instead: Record | None = None) -> Written:
    """Say that an entry is wrong. It counts as before until somebody else has looked."""
    marking, found, mark = await loaded(tx, record, instead)
    tx.may(found, Action.MARK_IN_ERROR)
    rules.refuse_struck(read_row(marking.noun.table, found["record"]))
    rules.refuse_marked(mark)
    refuse_what_follows(marking, found, record, instead)
    row: dict[str, Any] = {"id": tx.new_id(found.now), "noun": record[0], "record_id": record[1]}
    row |= {name: found["id"] if name == f"{marking.stream}_id" else None for name in ("case_id", "person_id")}
    row |= {"reason": reason, "instead_id": instead and instead[1], "marked_by": actor.id, "marked_at": found.now, "revision": 1}
    row |= dict.fromkeys(("outcome", "decided_by", "decided_at", "note"))
    event = Event("EntryMarkedInError", {"mark": row})
    return await tx.write(marking.mark, found.position, event, record=row["id"], **prefixed("error_mark", row))


async def amend_error_mark(tx: Transaction, *, actor: Actor, record: Record, expected_revision: int, changes: Mapping[str, Any]) -> Written:
    """Say anew why an entry is wrong, or which is the right one, while nobody else has looked."""
    instead = changes.get("instead")
    marking, found, mark = await loaded(tx, record, instead)
    tx.may(found, Action.MARK_IN_ERROR)
    waits = rules.waiting(mark)
    rules.refuse_another_marker(waits, actor.id)
    expect_revision(waits["revision"], expected_revision, "This mark")
    given = {"instead_id" if name == "instead" else name: value for name, value in changes.items()}
    given |= {"instead_id": instead[1]} if instead else {}
    before, after = amended(waits, given, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    refuse_what_follows(marking, found, record, instead)
    event = Event("ErrorMarkAmended", {"mark_id": waits["id"], "before": before, "after": after})
    return await write(tx, marking.amend, found, waits, event, **after)


async def confirm_entered_in_error(tx: Transaction, *, actor: Actor, record: Record, note: str | None = None) -> Written:
    """Confirm that an entry is wrong: it is struck through, and counts for nothing from this instant on."""
    marking, found, mark = await loaded(tx, record)
    mine = {Standing.MARKER} if mark and mark["marked_by"] == actor.id else set()
    tx.may(dataclasses.replace(found, standings={*found.standings, *mine}), Action.CONFIRM_IN_ERROR)
    waits = rules.waiting(mark)
    refuse_what_follows(marking, found, record)
    event = Event("EntryConfirmedInError", {"mark_id": waits["id"], "noun": record[0], "record_id": record[1], "note": note})
    return await write(tx, marking.confirm, found, waits, event, record_id=record[1], outcome="confirmed", decided_by=actor.id, note=note)


async def dismiss_error_mark(tx: Transaction, *, actor: Actor, record: Record, note: str) -> Written:
    """Say that a marked entry is right after all, or that one marked it by mistake: it stays as it is."""
    marking, found, mark = await loaded(tx, record)
    mine = mark is not None and mark["marked_by"] == actor.id
    if mine:
        tx.may(found, Action.MARK_IN_ERROR)
    else:
        tx.may(found, Action.CONFIRM_IN_ERROR)
    waits = rules.waiting(mark)
    event = Event("ErrorMarkDismissed", {"mark_id": waits["id"], "noun": record[0], "record_id": record[1], "note": note})
    return await write(tx, marking.decide, found, waits, event, outcome="dismissed", decided_by=actor.id, note=note)


async def loaded(tx: Transaction, record: Record, instead: Record | None = None) -> tuple[Marking, Loaded, Mapping[str, Any] | None]:
    """Lock what an entry is part of; return it with the mark that stands. Raise NotFound."""
    marking = MARKINGS[record[0]]
    right = instead[1] if instead and instead[0] == record[0] else None
    found = await tx.load(marking.load, record_id=record[1], instead_id=right)
    return marking, found, read_row(MARK, found["mark"]) if found["mark"] else None


def refuse_what_follows(marking: Marking, found: Loaded, record: Record, instead: Record | None = None) -> None:
    """Raise BadInput for a right entry that there is not, Refused for a person without whom a case would be about nobody."""
    if problem := rules.instead_problem(record[1], instead and instead[1], found=found["instead_found"]):
        raise BadInput.because([problem])
    rules.refuse_last_child(found.row.get("left_alone", 0))


async def write(tx: Transaction, sql: Statement, found: Loaded, mark: Mapping[str, Any], event: Event, **values: Any) -> Written:
    """Write what becomes of a mark, its revision one greater."""
    columns = {name: value for name, value in values.items() if name != "record_id"}
    given = {**prefixed("error_mark", {**columns, "revision": mark["revision"] + 1}), "mark_id": mark["id"]}
    return await tx.write(sql, found.position, event, record=mark["id"], **given, record_id=values.get("record_id"))
