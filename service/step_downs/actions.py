"""What can be done about a step-down: record that a case came from social care, correct it, and record that social care closed its case."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.cases.actions import refuse_if_ended
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput
from service.journal.transaction import Loaded, Transaction, Written
from service.step_downs import rows, rules
from service.step_downs.tables import STEP_DOWN
from service.waits import writing as waits
from service.waits.tables import WaitKind


async def record_step_down(tx: Transaction, *, actor: Actor, case_id: UUID, **said: Any) -> Written:
    """Record that a case came from social care; while social care's own case is open, both clocks run."""
    case = await loads.load(tx, rows.LOAD, case_id, social_worker_id=said.get("social_worker_id"))
    tx.may(case, Action.RECORD_STEP_DOWN)
    refuse_if_ended(case)
    row = {**{name: said.get(name) for name in rules.EDITABLE}, "handed_over_at": None}
    refuse_bad(case, row)
    row |= {"recorded_by": actor.id, "recorded_at": case.now, "revision": 1}
    is_open = row["social_care_closed_on"] is None
    held = loads.settings_of(case)
    wait = waits.values(WaitKind.SOCIAL_CARE_HANDOVER, wait_id=tx.new_id(case.now), now=case.now, settings=held, begins=is_open)
    return await records.add(tx, rows.ADD, case, "StepDownRecorded", STEP_DOWN, row, **wait)


async def amend_step_down(
    tx: Transaction, *, actor: Actor, step_down_id: UUID, expected_revision: int, reason: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what was recorded of a step-down."""
    case = await tx.load(rows.LOAD_STEP_DOWN, record_id=step_down_id, social_worker_id=changes.get("social_worker_id"))
    tx.may(case, Action.RECORD_STEP_DOWN)
    refuse_if_ended(case)
    found = records.to_amend(
        STEP_DOWN, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    refuse_bad(case, found[2], names_worker=bool(changes.get("social_worker_id")))
    wait = waits_again(tx, case, *found)
    return await records.amend(tx, rows.AMEND, case, "StepDownAmended", STEP_DOWN, *found, reason=reason, **wait)


async def close_social_care_case(tx: Transaction, *, actor: Actor, step_down_id: UUID, closed_on: dt.date) -> Written:
    """Record that social care closed its case: from then on early help has the family alone."""
    case = await tx.load(rows.LOAD_STEP_DOWN, record_id=step_down_id, social_worker_id=None)
    tx.may(case, Action.RECORD_STEP_DOWN)
    refuse_if_ended(case)
    record = records.read_row(STEP_DOWN, case["record"])
    if record["social_care_closed_on"]:
        raise AlreadyDone("Social care's case is closed already.", path=("stepDownId",))
    before = {name: record[name] for name in rules.EDITABLE}
    after = {**before, "social_care_closed_on": closed_on}
    refuse_bad(case, after, names_worker=False)
    wait = waits_again(tx, case, record, before, after)
    return await records.amend(tx, rows.AMEND, case, "SocialCareCaseClosed", STEP_DOWN, record, before, after, **wait)


def waits_again(
    tx: Transaction, case: Loaded, record: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the values of a wait that begins where social care's case is open after all, by the clock of the day it was recorded."""
    begins = rules.is_open_again(before, after, is_handed_over=record["handed_over_at"] is not None)
    since, held = record["recorded_at"], loads.settings_of(case)
    return waits.values(WaitKind.SOCIAL_CARE_HANDOVER, wait_id=tx.new_id(case.now), now=since, settings=held, begins=begins)


def refuse_bad(case: Loaded, row: Mapping[str, Any], *, names_worker: bool = True) -> None:
    """Raise the error of everything that cannot be right in a step-down; an account that ended later is no mistake."""
    problems = list(rules.problems(row["social_care_closed_on"], source=case["source"], today=day_in_london(case.now)))
    if names_worker:
        problems += rules.worker_problems(row["social_worker_id"], is_active=case["is_active"])
    if problems:
        raise BadInput.because(problems)
