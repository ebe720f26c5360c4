"""What can be done with a case: load, permit, judge, write, return."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action, Standing
from service.cases import loads, rules, writes
from service.cases.ending import OfChild, ending_problem
from service.concerns.rules import no_answer_problems
from service.deadlines.rules import day_in_london
from service.errors import AlreadyDone, BadInput, NotFound, Refused
from service.journal.chain import Event
from service.journal.transaction import Loaded, Transaction, Written
from service.transfers.rules import other_council_problems
from workflows.kit import Transition

LOCKS_CHILDREN = frozenset({"start_assessment"})
"""The steps that are judged by what happens to the same children on other cases."""


async def move_case(
    tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, trigger: str, note: str | None = None
) -> Written:
    """Run a step that carries a note at most. Raise BadInput for one that has a mutation of its own."""
    case = await loads.load(tx, loads.LOAD_TO_MOVE, case_id, expected_version)
    transition = rules.generic(rules.workflow_of(case.row), trigger)
    data = {name: note for name in transition.data if note}
    return await carried_out(tx, case, transition, data)


async def make_move(tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, trigger: str, **data: Any) -> Written:
    """Run a step with the data that its form carries."""
    if trigger in LOCKS_CHILDREN:
        await loads.lock_children(tx, case_id)
    given = {name: value for name, value in data.items() if value is not None}
    named = {name: given.get(name) for name in ("agency", "surviving_case")} if given else {}
    case = await loads.load(tx, loads.LOAD_WITH_DATA if given else loads.LOAD_TO_MOVE, case_id, expected_version, **named)
    transition = rules.workflow_of(case.row).triggers.get(trigger)
    if transition is None:
        raise Refused("The framework of this case has no such step.", path=("caseId",), reason="not_of_this_framework")
    return await carried_out(tx, case, transition, given)


async def carried_out(tx: Transaction, case: Loaded, transition: Transition[Any], data: Mapping[str, Any]) -> Written:
    """Permit, judge and write a move; the data is looked at when it is known that the actor may send it."""
    tx.may(case, Action[transition.action])
    settings = loads.settings_among_facts(case)
    if problems := [*problems_of(case, data), *rules.reason_problems(data.get("reason"), settings)]:
        raise BadInput.because(problems)
    here = rules.standing_of(case.row)
    verdict = rules.judge(here.workflow, here.state, transition.trigger, loads.facts_of(case, data))
    said = {"trigger": transition.trigger, "from": here.state, "data": dict(data)}
    if verdict.target is None:
        return await writes.stay(tx, case, Event(verdict.event, said), trigger=transition.trigger, data=data, settings=settings)
    columns = rules.moved(here, verdict, now=case.now, settings=settings, data=data)
    team = {"team_id": data["team"]} if data.get("team") else {}
    event = Event(verdict.event, {**said, **columns, "to": verdict.target, **team})
    return await writes.move(tx, case, event, trigger=transition.trigger, columns={**columns, **team})


def problems_of(case: Loaded, data: Mapping[str, Any]) -> Any:
    """Say what cannot be right in the form of a move; a note alone names nothing."""
    if "child_ids" not in case.row:
        return ()
    found = {name for name in ("agency", "surviving_case") if case[f"{name}_found"]}
    children = case["child_ids"]
    people = {*children, *case["member_ids"]}
    today, opened = day_in_london(case.now), day_in_london(case["opened_at"])
    wrong = rules.data_problems(data, children=children, people=people, found=found, today=today, opened=opened)
    elsewhere = other_council_problems(data, offered_to=loads.facts_found(case)["receiving_council"])
    unanswered = no_answer_problems(data, chased=case["chased"], by_manager=Standing.TEAM_MANAGER in case.standings)
    return (*wrong, *elsewhere, *unanswered)


async def allocate_case(
    tx: Transaction,
    *,
    actor: Actor,
    case_id: UUID,
    expected_version: int,
    worker_id: UUID,
    team_id: UUID | None = None,
    note: str | None = None,
) -> Written:
    """Give a case to a worker of its team, or of another team that takes it over."""
    case = await loads.load(tx, loads.LOAD_TO_ALLOCATE, case_id, expected_version, worker_id=worker_id, team_id=team_id)
    tx.may(case, Action.ALLOCATE_CASE)
    refuse_if_ended(case)
    columns = {"worker_id": worker_id, "team_id": team_id or case["team_id"]}
    if columns == {name: case[name] for name in columns}:
        raise AlreadyDone("This worker has the case already.", path=("workerId",))
    if not case["works_there"]:
        raise BadInput("Choose somebody who works in the team that has the case.", path=("workerId",), reason="works_in_the_team")
    event = Event("CaseAllocated", {**columns, "before": {name: case[name] for name in columns}, "note": note})
    return await writes.write(tx, writes.ALLOCATE, case, event, case_worker_id=worker_id, case_team_id=columns["team_id"])


async def amend_case(tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, family_name: str) -> Written:
    """Correct the name under which a case is found."""
    case = await loads.load(tx, loads.LOAD, case_id, expected_version)
    tx.may(case, Action.AMEND_CASE)
    if case["family_name"] == family_name:
        raise AlreadyDone
    event = Event("CaseAmended", {"family_name": family_name, "before": {"family_name": case["family_name"]}})
    return await writes.write(tx, writes.AMEND, case, event, case_family_name=family_name)


async def move_due_date(tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, date: dt.date, why: str) -> Written:
    """Set another date for the review of a plan or for the end of a pause, within what the council allows."""
    case = await loads.load(tx, loads.LOAD_DATE, case_id, expected_version)
    tx.may(case, Action.MOVE_DUE_DATE)
    here = rules.standing_of(case.row)
    changes = rules.new_due_date(here, now=case.now, chosen=date, settings=loads.settings_of(case))
    before = {name: case[name] for name in ("next_review_on", "pause_until", "due_at")}
    if {**before, **changes} == before:
        raise AlreadyDone("This date is set already.", path=("date",))
    columns = {f"case_{name}": value for name, value in {**before, **changes}.items()}
    return await writes.write(tx, writes.SET_DATE, case, Event("DueDateMoved", {**changes, "before": before, "why": why}), **columns)


async def add_child(tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, person_id: UUID) -> Written:
    """Bring a child of the family into a case."""
    case = await loads.load(tx, loads.LOAD_TO_ADD_CHILD, case_id, expected_version, person_id=person_id)
    tx.may(case, Action.ADD_CHILD)
    refuse_if_ended(case)
    if case["child"] is None:
        raise NotFound(path=("personId",))
    if case["child"] == "adult":
        raise BadInput("An adult is not a child of the case. Add them to the household instead.", path=("personId",))
    if not case["at_home"]:
        sentence = "This child does not belong to the family's household. Add them to the household first, then to the case."
        raise BadInput(sentence, path=("personId",), reason="of_the_household")
    return await writes.write(tx, writes.ADD_CHILD, case, Event("ChildAdded", {"person_id": person_id}), person_id=person_id)


async def end_for_child(
    tx: Transaction, *, actor: Actor, case_id: UUID, expected_version: int, person_id: UUID, reason: str, note: str
) -> Written:
    """End early help for one child while the case goes on for the others."""
    case = await loads.load(tx, loads.LOAD_TO_END_FOR_CHILD, case_id, expected_version, person_id=person_id)
    tx.may(case, Action.END_FOR_CHILD)
    refuse_if_ended(case)
    if person_id not in case["child_ids"]:
        raise NotFound(path=("personId",))
    if problems := list(rules.reason_problems(reason, loads.settings_of(case))):
        raise BadInput.because(problems)
    if len(case["child_ids"]) == 1:
        raise Refused("This is the last child of the case. End the case instead.", path=("personId",), reason="last_child")
    if case["is_awaited"]:
        sentence = "Social care has not decided about this child. Record what it decides first."
        raise Refused(sentence, path=("personId",), reason="no_open_escalation")
    child = OfChild(**{each.name: case[each.name] for each in fields(OfChild)})
    if problem := ending_problem(rules.workflow_of(case.row), reason, child, today=day_in_london(case.now)):
        raise Refused.because([problem])
    event = Event("EarlyHelpEndedForChild", {"person_id": person_id, "reason": reason, "note": note})
    return await writes.write(tx, writes.END_FOR_CHILD, case, event, person_id=person_id, end_reason=reason)


def refuse_if_ended(case: Loaded) -> None:
    """Raise Refused for a case that has ended."""
    if case["closed_at"] is not None:
        raise Refused("This case has ended.", path=("caseId",), reason="case_ended")
