"""What can be done with an agency."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.agencies import rows, rules
from service.changing.amending import amended
from service.council import structure
from service.journal.transaction import Transaction, Written


async def add_agency(tx: Transaction, *, actor: Actor, name: str, kind: str, phone: str | None = None) -> Written:
    """Add an organisation whose practitioners work with families."""
    begun = await structure.begin(tx, rows.BEGIN)
    tx.may(begun, Action.MANAGE_TEAMS)
    return await structure.add(tx, rows.ADD, begun, "AgencyAdded", {"name": name, "kind": kind, "phone": phone})


async def amend_agency(tx: Transaction, *, actor: Actor, agency_id: UUID, expected_version: int, changes: Mapping[str, Any]) -> Written:
    """Correct what is known of an agency."""
    found = await structure.load(tx, rows.LOAD, expected_version, id=agency_id)
    tx.may(found, Action.MANAGE_TEAMS)
    before, after = amended(found.row, changes, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    return await structure.amend(tx, rows.AMEND, found, "AgencyAmended", before, after)
