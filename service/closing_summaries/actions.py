"""What can be done about the end of a case in words: write the summary, amend it, and record that the family was told."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads
from service.cases.actions import refuse_if_ended
from service.changing.amending import amended
from service.closing_summaries import rows, rules
from service.deadlines.rules import day_in_london
from service.errors import BadInput, expect_revision
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Transaction, Written


async def write_closing_summary(tx: Transaction, *, actor: Actor, case_id: UUID, what_is_better: str, who_helps: str) -> Written:
    """Write down what is better for the family, and who helps from now on."""
    case = await loads.load(tx, loads.LOAD, case_id)
    tx.may(case, Action.WRITE_CLOSING_SUMMARY)
    refuse_if_ended(case)
    summary: dict[str, Any] = {"id": tx.new_id(case.now), "case_id": case_id, "what_is_better": what_is_better, "who_helps": who_helps}
    summary |= {"written_by": actor.id, "written_at": case.now, "revision": 1}
    event = Event("ClosingSummaryWritten", {"summary": summary})
    return await tx.write(rows.WRITE_SUMMARY, case.position, event, record=summary["id"], **prefixed("summary", summary))


async def amend_closing_summary(
    tx: Transaction, *, actor: Actor, summary_id: UUID, expected_revision: int, changes: Mapping[str, Any]
) -> Written:
    """Write the summary of a case anew; what it said before is kept in the case's history."""
    case = await tx.load(rows.LOAD_OF_SUMMARY, summary_id=summary_id)
    tx.may(case, Action.WRITE_CLOSING_SUMMARY)
    refuse_if_ended(case)
    summary = orjson.loads(case["summary"])
    expect_revision(summary["revision"], expected_revision, "This summary")
    before, after = amended(summary, changes, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    event = Event("ClosingSummaryAmended", {"summary_id": summary_id, "before": before, "after": after})
    values = prefixed("summary", {**after, "id": summary_id, "written_by": actor.id, "revision": expected_revision + 1})
    return await tx.write(rows.AMEND_SUMMARY, case.position, event, record=summary_id, **values)


async def tell_family(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    told_on: dt.date | None = None,
    how: str | None = None,
    why_not: str | None = None,
) -> Written:
    """Record that the family was told that the case is ending, or why it was not."""
    case = await loads.load(tx, loads.LOAD, case_id)
    tx.may(case, Action.TELL_FAMILY)
    refuse_if_ended(case)
    days = {"opened": day_in_london(case["opened_at"]), "today": day_in_london(case.now)}
    if problems := list(rules.told_problems(told_on=told_on, how=how, why_not=why_not, **days)):
        raise BadInput.because(problems)
    told: dict[str, Any] = {"id": tx.new_id(case.now), "case_id": case_id, "told_on": told_on, "how": how, "why_not": why_not}
    told |= {"recorded_by": actor.id, "recorded_at": case.now}
    event = Event("FamilyTold", {"told": told, "why": why_not})
    return await tx.write(rows.TELL_FAMILY, case.position, event, record=told["id"], **prefixed("told", told))
