"""What can be done with a team."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.changing.amending import amended
from service.council import structure
from service.journal.transaction import Transaction, Written
from service.teams import rows, rules


async def add_team(
    tx: Transaction, *, actor: Actor, agency_id: UUID, name: str, locality_id: UUID | None = None, triages: bool | None = None
) -> Written:
    """Add a team of an agency, in a locality or for the whole council."""
    begun = await structure.begin(tx, rows.BEGIN)
    tx.may(begun, Action.MANAGE_TEAMS)
    row = {"agency_id": agency_id, "locality_id": locality_id, "name": name, "triages": bool(triages)}
    return await structure.add(tx, rows.ADD, begun, "TeamAdded", row)


async def amend_team(tx: Transaction, *, actor: Actor, team_id: UUID, expected_version: int, changes: Mapping[str, Any]) -> Written:
    """Change what a team is called, whose it is, where it works and whether requests come to it first."""
    found = await structure.load(tx, rows.LOAD, expected_version, id=team_id)
    tx.may(found, Action.MANAGE_TEAMS)
    before, after = amended(found.row, changes, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    return await structure.amend(tx, rows.AMEND, found, "TeamAmended", before, after)
