"""What can be done with a plan: add an outcome or an action, amend it, and end it."""

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
from service.errors import BadInput, expect_revision
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.plans import rows, rules
from service.plans.tables import ACTION


async def add_outcome(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    need_ids: list[UUID],
    wording: str,
    by_when: dt.date,
    baseline: int | None = None,
    baseline_why_not: str | None = None,
) -> Written:
    """Set down what the family wants to be different, for one need or more."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.EDIT_PLAN)
    refuse_if_ended(case)
    said = {"wording": wording, "by_when": by_when, "baseline": baseline, "baseline_why_not": baseline_why_not}
    refuse(rules.need_problems(need_ids, known_needs(case)), outcome_problems(case, said))
    outcome = {"id": tx.new_id(case.now), "case_id": case_id, **said, "status": "open", "status_why": None, "ended_at": None}
    outcome |= {"added_by": actor.id, "added_at": case.now, "revision": 1}
    event = Event("OutcomeAdded", {"outcome": outcome, "need_ids": need_ids})
    values = {"outcome_id": outcome["id"], "need_ids": need_ids, **prefixed("outcome", outcome)}
    return await tx.write(rows.ADD_OUTCOME, case.position, event, record=outcome["id"], **values)  # type: ignore[arg-type]


async def amend_outcome(tx: Transaction, *, actor: Actor, outcome_id: UUID, expected_revision: int, changes: Mapping[str, Any]) -> Written:
    """Put an outcome in other words, set another day, or say anew which needs it is for."""
    case = await tx.load(rows.LOAD_OF_OUTCOME, outcome_id=outcome_id)
    outcome = permitted(tx, case, "outcome")
    expect_revision(outcome["revision"], expected_revision, "This outcome")
    rules.refuse_unless_open(outcome, "outcome", "outcomeId")
    now = {**outcome, "need_ids": list(case["need_ids"])}
    given = {**changes, "need_ids": sorted(changes["need_ids"])} if changes.get("need_ids") else changes
    before, after = amended(now, given, editable=(*rules.OF_OUTCOME, "need_ids"), always_filled=rules.ALWAYS_FILLED)
    needs = rules.need_problems(after["need_ids"], known_needs(case), before["need_ids"])
    refuse(needs, outcome_problems(case, after, before["by_when"]))
    event = Event("OutcomeAmended", {"outcome_id": outcome_id, "before": before, "after": after})
    values = prefixed("outcome", {**after, "id": outcome_id, "revision": expected_revision + 1})
    return await tx.write(rows.AMEND_OUTCOME, case.position, event, record=outcome_id, need_ids=after["need_ids"], **values)


async def end_outcome(tx: Transaction, *, actor: Actor, outcome_id: UUID, is_achieved: bool, why: str) -> Written:
    """Say that an outcome is achieved, or that nobody works towards it any more; first comes what is still to be done for it."""
    case = await tx.load(rows.LOAD_OF_OUTCOME, outcome_id=outcome_id)
    outcome = permitted(tx, case, "outcome")
    rules.refuse_unless_open(outcome, "outcome", "outcomeId")
    rules.refuse_open_actions(case["open_actions"])
    ended = {"status": "achieved" if is_achieved else "ended", "status_why": why}
    event = Event("OutcomeEnded", {"outcome_id": outcome_id, **ended, "why": why})
    values = prefixed("outcome", {**ended, "id": outcome_id, "revision": outcome["revision"] + 1})
    return await tx.write(rows.END_OUTCOME, case.position, event, record=outcome_id, **values)


async def add_action(
    tx: Transaction,
    *,
    actor: Actor,
    outcome_id: UUID,
    what: str,
    by_when: dt.date,
    practitioner_id: UUID | None = None,
    person_id: UUID | None = None,
) -> Written:
    """Set down what somebody does towards an outcome, and by when."""
    case = await tx.load(rows.LOAD_OF_OUTCOME, outcome_id=outcome_id)
    outcome = permitted(tx, case, "outcome")
    rules.refuse_unless_open(outcome, "outcome", "outcomeId")
    said = {"what": what, "practitioner_id": practitioner_id, "person_id": person_id, "by_when": by_when}
    refuse(action_problems(case, said))
    action = added(tx, case, actor, {**said, "outcome_id": outcome_id})
    event = Event("ActionAdded", {"action": action})
    return await tx.write(rows.ADD_ACTION, case.position, event, record=action["id"], **prefixed("action", action))


async def amend_action(tx: Transaction, *, actor: Actor, action_id: UUID, expected_revision: int, changes: Mapping[str, Any]) -> Written:
    """Say anew what an action is, who does it or by when."""
    case = await tx.load(rows.LOAD_OF_ACTION, action_id=action_id)
    action = permitted(tx, case, "action")
    expect_revision(action["revision"], expected_revision, "This action")
    rules.refuse_unless_open(action, "action", "actionId")
    before, after = amended(action, rules.one_who(changes), editable=rules.OF_ACTION, always_filled=rules.ALWAYS_FILLED)
    refuse(action_problems(case, after, before))
    event = Event("ActionAmended", {"action_id": action_id, "before": before, "after": after})
    values = prefixed("action", {**after, "id": action_id, "revision": expected_revision + 1})
    return await tx.write(rows.AMEND_ACTION, case.position, event, record=action_id, **values)


async def complete_action(
    tx: Transaction, *, actor: Actor, action_id: UUID, done_on: dt.date | None = None, result: str | None = None
) -> Written:
    """Say that an action is done, one's own or any of a plan that one keeps."""
    case = await tx.load(rows.LOAD_OF_ACTION, action_id=action_id)
    action = permitted(tx, case, "action", actor)
    rules.refuse_unless_open(action, "action", "actionId")
    today = day_in_london(case.now)
    refuse(rules.done_problems(done_on or today, today=today))
    return await ended(tx, case, action, "ActionCompleted", status="done", done_on=done_on or today, result=result)


async def end_action(tx: Transaction, *, actor: Actor, action_id: UUID, why: str) -> Written:
    """Say why an action will not be done, one's own or any of a plan that one keeps."""
    case = await tx.load(rows.LOAD_OF_ACTION, action_id=action_id)
    action = permitted(tx, case, "action", actor)
    rules.refuse_unless_open(action, "action", "actionId")
    return await ended(tx, case, action, "ActionEnded", status="ended", done_on=None, result=why)


async def ended(tx: Transaction, case: Loaded, action: Mapping[str, Any], kind: str, **said: Any) -> Written:
    """Write that an action is open no more."""
    event = Event(kind, {"action_id": action["id"], **said, "why": said["result"]})
    values = prefixed("action", {**said, "id": action["id"], "revision": action["revision"] + 1})
    return await tx.write(rows.END_ACTION, case.position, event, record=action["id"], **values)


def permitted(tx: Transaction, case: Loaded, name: str, own: Actor | None = None) -> dict[str, Any]:
    """Permit a change of the plan, and return the outcome or action as it is stored; `own`: who may end what is theirs to do."""
    row = stored(case[name])
    if own is not None and row.get("practitioner_id") == own.id:
        tx.may(case, Action.UPDATE_OWN_ACTION)
    else:
        tx.may(case, Action.EDIT_PLAN)
    refuse_if_ended(case)
    return row


def stored(found: str) -> dict[str, Any]:
    """Read an outcome or action that a load gathered as JSON."""
    row: dict[str, Any] = orjson.loads(found)
    keys = {name: UUID(row[name]) for name in ("id", "practitioner_id", "person_id") if row.get(name)}
    return {**row, **keys, "by_when": dt.date.fromisoformat(row["by_when"])}


def added(tx: Transaction, case: Loaded, actor: Actor, said: Mapping[str, Any]) -> dict[str, Any]:
    """Make the row of a new action."""
    none = dict.fromkeys(column.name for column in ACTION.c)
    new = {"id": tx.new_id(case.now), "case_id": case["id"], "status": "open", "added_by": actor.id, "added_at": case.now, "revision": 1}
    return {**none, **new, **said}


def known_needs(case: Loaded) -> dict[UUID, str]:
    """Return how each need of the case stands."""
    return {UUID(key): status for key, status in orjson.loads(case["needs"]).items()}


def outcome_problems(case: Loaded, said: Mapping[str, Any], before: dt.date | None = None) -> list[Any]:
    """Say what cannot be right in an outcome; `before`: the day that was set for it."""
    today = day_in_london(case.now)
    scale = rules.scale_problems(said["baseline"], said["baseline_why_not"], "baseline")
    return [*rules.day_problems(said["by_when"], before=before, today=today), *scale]


def action_problems(case: Loaded, said: Mapping[str, Any], before: Mapping[str, Any] | None = None, *path: str) -> list[Any]:
    """Say what cannot be right in an action; `before`: what it said, of which the day and who does it may stay."""
    family = {each.id for each in read_family(case["family"]).values() if each.belongs}
    before = before or {}
    kept = {key for name in ("practitioner_id", "person_id") if (key := before.get(name))}
    who = rules.who_problems(said, helpers={*case["helpers"], *kept}, family={*family, *kept}, path=path)
    return [*rules.day_problems(said["by_when"], before=before.get("by_when"), today=day_in_london(case.now), path=path), *who]


def refuse(*found: Any) -> None:
    """Raise BadInput with every problem of some groups of them."""
    if problems := [problem for group in found for problem in group]:
        raise BadInput.because(problems)
