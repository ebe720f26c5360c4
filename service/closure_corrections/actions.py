"""What can be done about a case that was ended by mistake."""

import dataclasses
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action, Standing
from service.cases import loads, writes
from service.closure_corrections import rows, rules
from service.errors import Refused
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Transaction, Written


async def correct_closure(tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, why: str) -> Written:
    """Let a case go on that was ended by mistake: in the state in which it was, due when it was due there. It is no step."""
    case = await loads.load(tx, rows.LOAD, case_id, expected_version)
    mine = {Standing.ENDER} if case["ended_it"] else set()
    tx.may(dataclasses.replace(case, standings={*case.standings, *mine}), Action.CORRECT_CLOSURE)
    if case["closed_at"] is None:
        raise Refused("This case has not ended.", path=("caseId",), reason="case_open")
    stays = [rules.Stay.read(each) for each in orjson.loads(case["stays"])]
    calendar = loads.settings_of(case).calendar
    if problems := list(rules.problems(stays[-1], now=case.now, has_newer=case["has_newer"], calendar=calendar)):
        raise Refused.because(problems)
    before = rules.counted(stays)
    columns = rules.gone_on(before, now=case.now, calendar=calendar)
    ended = {name: case[name] for name in ("state", "closed_at", "reason")}
    event = Event("ClosureCorrected", {**columns, "before": ended, "why": why})
    values = {"trigger": rules.TRIGGER, "visit_id": tx.new_id(case.now), "former_id": before[-1].id}
    values |= prefixed("case", {"team_id": case["team_id"], "worker_id": case["worker_id"], **columns})
    return await writes.write(tx, rows.CORRECT, case, event, ended_at=case["closed_at"], **values)
