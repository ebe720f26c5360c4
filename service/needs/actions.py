"""What can be done with a need: record one, amend it, and say why the plan leaves it without an outcome."""

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
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, expect_revision
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.needs import rows, rules


async def record_need(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    child_id: UUID,
    area: str,
    description: str,
    severity: int | None = None,
    identified_on: dt.date | None = None,
) -> Written:
    """Put a need of a child on the register."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.RECORD_NEED)
    refuse_if_ended(case)
    today = day_in_london(case.now)
    said = {"area": area, "description": description, "severity": severity, "identified_on": identified_on or today}
    child = read_family(case["family"]).get(child_id)
    if problems := [*rules.child_problems(child), *rules.problems(said, child, today=today)]:
        raise BadInput.because(problems)
    need = {"id": tx.new_id(case.now), "case_id": case_id, "child_id": child_id, "source": rules.source_of(case["workflow"]), **said}
    need |= {"status": "open", "status_why": None, "unanswered_why": None}
    need |= {"recorded_by": actor.id, "recorded_at": case.now, "revision": 1}
    event = Event("NeedRecorded", {"need_id": need["id"], "need": need})
    return await tx.write(rows.RECORD_NEED, case.position, event, record=need["id"], **prefixed("need", need))  # type: ignore[arg-type]


async def amend_need(tx: Transaction, *, actor: Actor, need_id: UUID, expected_revision: int, changes: Mapping[str, Any]) -> Written:
    """Correct a need, or say with a reason that it is met, has ended or is open again."""
    case = await tx.load(rows.LOAD_OF_NEED, need_id=need_id)
    tx.may(case, Action.RECORD_NEED)
    refuse_if_ended(case)
    need = loaded(case, expected_revision)
    given = {name: value for name, value in changes.items() if name != "reason"}
    new = rules.amended_status(need, given, changes.get("reason"))
    before, after = amended(need, new, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    child = read_family(case["family"]).get(UUID(need["child_id"]))
    if problems := list(rules.problems(after, child, today=day_in_london(case.now))):
        raise BadInput.because(problems)
    event = Event("NeedAmended", {"need_id": need_id, "before": before, "after": after, "why": changes.get("reason")})
    values = prefixed("need", {**after, "revision": expected_revision + 1})
    return await tx.write(rows.AMEND_NEED, case.position, event, record=need_id, need_id=need_id, **values)


async def leave_need_unanswered(tx: Transaction, *, actor: Actor, need_id: UUID, expected_revision: int, why: str) -> Written:
    """Say why the plan has no outcome for a need."""
    case = await tx.load(rows.LOAD_OF_NEED, need_id=need_id)
    tx.may(case, Action.EDIT_PLAN)
    refuse_if_ended(case)
    need = loaded(case, expected_revision)
    rules.refuse_unless_unanswered(need, case["outcomes"])
    if need["unanswered_why"] == why:
        raise AlreadyDone
    event = Event("NeedLeftUnanswered", {"need_id": need_id, "why": why, "before": {"unanswered_why": need["unanswered_why"]}})
    values = {"need_unanswered_why": why, "need_revision": expected_revision + 1}
    return await tx.write(rows.LEAVE_UNANSWERED, case.position, event, record=need_id, need_id=need_id, **values)


def loaded(case: Loaded, expected_revision: int) -> dict[str, Any]:
    """Return the need that is to change, as it is stored. Raise Rewritten where it is not the one that was read."""
    need: dict[str, Any] = orjson.loads(case["need"])
    expect_revision(need["revision"], expected_revision, "This need")
    return {**need, "identified_on": dt.date.fromisoformat(need["identified_on"])}
