"""What can be done with a locality."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.changing.amending import amended
from service.council import structure
from service.journal.transaction import Transaction, Written
from service.localities import rows, rules


async def add_locality(tx: Transaction, *, actor: Actor, name: str) -> Written:
    """Add a part of the council's area."""
    begun = await structure.begin(tx, rows.BEGIN)
    tx.may(begun, Action.MANAGE_TEAMS)
    return await structure.add(tx, rows.ADD, begun, "LocalityAdded", {"name": name})


async def amend_locality(tx: Transaction, *, actor: Actor, locality_id: UUID, expected_version: int, changes: Mapping[str, Any]) -> Written:
    """Correct what the council calls a locality."""
    found = await structure.load(tx, rows.LOAD, expected_version, id=locality_id)
    tx.may(found, Action.MANAGE_TEAMS)
    before, after = amended(found.row, changes, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    return await structure.amend(tx, rows.AMEND, found, "LocalityAmended", before, after)
