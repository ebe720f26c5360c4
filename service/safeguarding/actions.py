"""What can be done with safeguarding checks: record one, and correct it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.deadlines.rules import day_in_london
from service.errors import BadInput
from service.journal.transaction import Transaction, Written
from service.safeguarding import rows, rules
from service.safeguarding.tables import CHECK


async def record_safeguarding_check(
    tx: Transaction, *, actor: Actor, case_id: UUID, checked_on: dt.date | None = None, **said: Any
) -> Written:
    """Record whether a child would be at risk without this help, and what is done about it."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.RECORD_SAFEGUARDING_CHECK)
    today = day_in_london(case.now)
    check = {**said, "checked_on": checked_on or today}
    if problems := list(rules.problems(check, today=today)):
        raise BadInput.because(problems)
    until = rules.counts_until(check["checked_on"], loads.settings_of(case).calendar)
    check |= {"counts_until": until, "checked_by": actor.id, "recorded_at": case.now, "revision": 1}
    return await records.add(tx, rows.ADD, case, "SafeguardingChecked", CHECK, check)


async def amend_safeguarding_check(
    tx: Transaction, *, actor: Actor, check_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct a safeguarding check."""
    case = await tx.load(rows.LOAD_CHECK, record_id=check_id)
    tx.may(case, Action.RECORD_SAFEGUARDING_CHECK)
    record, before, after = records.to_amend(
        CHECK, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    if problems := list(rules.problems(after, today=day_in_london(case.now))):
        raise BadInput.because(problems)
    before |= {"counts_until": record["counts_until"]}
    until = rules.counts_until(after["checked_on"], loads.settings_of(case).calendar)
    after |= {"counts_until": record["counts_until"] if after["checked_on"] == before["checked_on"] else until}
    return await records.amend(tx, rows.AMEND, case, "SafeguardingCheckAmended", CHECK, record, before, after, reason=reason)
