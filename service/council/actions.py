"""What can be done with the council's own record."""

from collections.abc import Mapping
from typing import Any

from service.access.actor import Actor
from service.access.rules import Action
from service.changing.amending import amended
from service.council import rows, rules, structure
from service.errors import Refused
from service.journal.transaction import Transaction, Written


async def found_council(tx: Transaction, *, actor: Actor, name: str, code: str) -> Written:
    """Write the one council of a database. Nobody is there yet who could permit it: that there is none is its permission."""
    rules.refuse_bad_code(code)
    begun = await tx.begin(rows.FIRST)
    if begun["is_there"]:
        raise Refused("This database holds a council already. Its administrators add everybody else.")
    row = {"only": True, "name": name, "code": code}
    return await structure.add(tx, rows.ADD, begun, "CouncilFounded", row)


async def amend_council(tx: Transaction, *, actor: Actor, expected_version: int, changes: Mapping[str, Any]) -> Written:
    """Change the council's name or code."""
    found = await structure.load(tx, rows.LOAD, expected_version)
    tx.may(found, Action.AMEND_COUNCIL)
    before, after = amended(found.row, changes, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    rules.refuse_bad_code(after["code"])
    return await structure.amend(tx, rows.AMEND, found, "CouncilAmended", before, after)
