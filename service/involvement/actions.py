"""What can be done with involvement checks: search, and write a note to what was found."""

import datetime as dt
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.involvement import rows
from service.involvement.tables import CHECK
from service.journal.transaction import Loaded, Transaction, Written


async def check_involvement(tx: Transaction, *, actor: Actor, case_id: UUID, note: str | None = None) -> Written:
    """Search, for every child of a case, for somebody who already helps them, and keep the minimal answer."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.CHECK_INVOLVEMENT)
    refuse_if_ended(case)
    row = {"child_ids": case["child_ids"], "note": note, "checked_by": actor.id, "checked_at": case.now, "revision": 1}
    return await records.add(tx, rows.ADD, case, "InvolvementChecked", CHECK, row, **columns(tx, case))


def columns(tx: Transaction, case: Loaded) -> dict[str, list[Any]]:
    """Return what was found as the statement takes it."""
    found = orjson.loads(case["involved"])
    for each in found:
        each |= {"id": tx.new_id(case.now), "person_id": UUID(each["person_id"]), "since": dt.date.fromisoformat(each["since"])}
    return {f"found_{name}": [each[name] for each in found] for name in rows.COLUMNS}


async def amend_involvement_check(tx: Transaction, *, actor: Actor, check_id: UUID, expected_revision: int, note: str) -> Written:
    """Write another note to a check; what was found stays."""
    case = await tx.load(rows.LOAD_CHECK, record_id=check_id)
    tx.may(case, Action.CHECK_INVOLVEMENT)
    found = records.to_amend(CHECK, case, {"note": note}, expected_revision=expected_revision, editable=("note",), always_filled={})
    return await records.amend(tx, rows.AMEND, case, "InvolvementCheckAmended", CHECK, *found)
