"""What can be done with a request for help: make it, which opens a case at once, and amend it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson

from service.access.actor import Actor
from service.access.rules import Action
from service.cases.rules import OPENS_ON, Framework, due_when_opened
from service.cases.tables import CASE
from service.changing.amending import amended
from service.configuration.in_force import InForce
from service.errors import BadInput, expect_revision
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.requests import rows, rules
from service.waits import writing as waits
from service.waits.tables import WaitKind
from workflows import WORKFLOWS
from workflows.kit import Workflow


async def request_help(
    tx: Transaction,
    *,
    actor: Actor,
    household_id: UUID,
    child_ids: list[UUID],
    locality_id: UUID,
    family_name: str,
    framework: str | None = None,
    **asked: Any,
) -> Written:
    """Ask for early help for a family: a case is opened at once, in the first state of its framework."""
    begun = await tx.begin(rows.BEGIN, household_id=household_id, child_ids=child_ids, locality_id=locality_id)
    tx.may(begun, Action.REQUEST_HELP)
    there = {"has_household": begun["household_found"], "has_team": begun["team_id"] is not None}
    missing = rules.of_family(child_ids, begun["children_found"], at_home=begun["at_home"], **there)
    if problems := [*rules.problems(asked), *missing]:
        raise BadInput.because(problems)
    workflow = WORKFLOWS[OPENS_ON[Framework(framework or Framework.EARLY_HELP)]]
    case = opened(begun, actor, workflow, household_id=household_id, locality_id=locality_id, family_name=family_name)
    request: dict[str, Any] = {name: asked.get(name) for name in rows.EDITABLE}
    request |= {"id": tx.new_id(begun.now), "case_id": case["id"], "received_at": begun.now, "requested_by": actor.id, "revision": 1}
    request["rewritten_by"] = None
    event = Event("HelpRequested", {"case": case, "request": request, "child_ids": child_ids})
    values = {**prefixed("case", case), **prefixed("request", request), "child_ids": child_ids, "trigger": "request_help"}
    held = InForce.read(begun["settings"])
    values |= waits.values(WaitKind.REFERRER_TO_BE_TOLD, wait_id=tx.new_id(begun.now), now=begun.now, settings=held)
    return await tx.write(rows.REQUEST_HELP, begun.position, event, record=request["id"], visit_id=tx.new_id(begun.now), **values)


def opened(
    begun: Loaded, actor: Actor, workflow: Workflow[Any], *, household_id: UUID, locality_id: UUID, family_name: str
) -> dict[str, Any]:
    """Make the row of a new case of a workflow."""
    case = dict.fromkeys(column.name for column in CASE.c)
    return case | {
        "id": begun.position.stream.id,
        "version": 1,
        "reference": rules.reference(begun["year"], begun["number"]),
        "family_name": family_name,
        "workflow": workflow.key,
        "workflow_version": workflow.version,
        "form_version": workflow.form.version,
        "state": workflow.initial,
        "household_id": household_id,
        "previous_case_id": begun["previous_case_id"],
        "locality_id": locality_id,
        "team_id": begun["team_id"],
        "opened_by": actor.id,
        "opened_at": begun.now,
        "entered_at": begun.now,
        "due_at": due_when_opened(workflow, now=begun.now, settings=InForce.read(begun["settings"])),
    }


async def amend_request(tx: Transaction, *, actor: Actor, request_id: UUID, expected_revision: int, changes: Mapping[str, Any]) -> Written:
    """Correct what was written down of a request."""
    case = await tx.load(rows.LOAD_OF_REQUEST, request_id=request_id)
    tx.may(case, Action.AMEND_REQUEST)
    now = orjson.loads(case["request"])
    expect_revision(now["revision"], expected_revision, "This request")
    before, after = amended(now, changes, editable=rows.EDITABLE, always_filled=rules.ALWAYS_FILLED)
    if problems := list(rules.problems(after)):
        raise BadInput.because(problems)
    event = Event("RequestAmended", {"request_id": request_id, "before": before, "after": after})
    rewritten_by = now["rewritten_by"] if UUID(now["requested_by"]) == actor.id else actor.id
    values = prefixed("request", {**after, "revision": now["revision"] + 1, "rewritten_by": rewritten_by, "id": request_id})
    return await tx.write(rows.AMEND_REQUEST, case.position, event, record=request_id, **values)
