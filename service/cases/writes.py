"""Writes of a case: each is one statement that carries its event."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Insert, Update, exists, false, insert, not_, select, update

from service.assessments import moving as assessments
from service.cases.tables import CASE, CASE_CHILD
from service.concerns import beside as concerns
from service.configuration.in_force import InForce
from service.journal.chain import Event
from service.journal.statements import Statement, constant, param, params, prefixed
from service.journal.transaction import AT, EVENT, STREAM_ID, VERSION, Loaded, Transaction, Written, recorded
from service.lead_professionals.tables import LEAD
from service.people.tables import PERSON
from service.practitioners.tables import PRACTITIONER
from service.relationships.attaching import attach_relatives
from service.relationships.tables import RELATIONSHIP
from service.step_downs import beside as step_downs
from service.teams.tables import TEAM
from service.visits.tables import VISIT
from service.waits import writing as waits


def changed(*columns: str) -> Update:
    """Change some columns of the case, whose version is the number of the event that goes with it."""
    return (
        update(CASE)
        .where(CASE.c.id == STREAM_ID)
        .values(version=VERSION, **{name: param(f"case_{name}", CASE.c[name]) for name in columns})
    )


def of_stay(*columns: str) -> Update:
    """Change some columns of the open stay to those of the case."""
    return (
        update(VISIT)
        .where(VISIT.c.case_id == STREAM_ID, VISIT.c.left_at.is_(None))
        .values({name: param(f"case_{name}", CASE.c[name]) for name in columns})
    )


def enter() -> Insert:
    """Begin a stay, with the worker, team and agency that have the case as it begins."""
    now: dict[str, Any] = {"id": param("visit_id", VISIT.c.id), "case_id": STREAM_ID, "state": param("case_state", CASE.c.state)}
    now |= {"entered_by": param("trigger", VISIT.c.entered_by), "entered_at": AT, "due_at": param("case_due_at", CASE.c.due_at)}
    now |= {"worker_id": param("case_worker_id", CASE.c.worker_id), "team_id": TEAM.c.id, "agency_id": TEAM.c.agency_id}
    return insert(VISIT).from_select(list(now), select(*now.values()).where(TEAM.c.id == param("case_team_id", TEAM.c.id)))


def hold_the_baton() -> Insert:
    """Make the allocated worker acting lead professional, where nobody is whose account is in force."""
    lead, person = LEAD.alias(), PRACTITIONER.alias()
    row: dict[str, Any] = {
        "id": param("lead_id", LEAD.c.id),
        "case_id": STREAM_ID,
        "practitioner_id": param("case_worker_id", LEAD.c.practitioner_id),
    }
    row |= {"kind": constant("acting"), "started_at": AT}
    held = select(lead.c.id).join(person, person.c.id == lead.c.practitioner_id)
    nobody = not_(exists(held.where(lead.c.case_id == STREAM_ID, lead.c.ended_at.is_(None), person.c.ended_at.is_(None))))
    return insert(LEAD).from_select(list(row), select(*row.values()).where(nobody))


MOVED = ("state", "entered_at", "due_at", "paused_from", "pause_until", "days_left", "next_review_on", "closed_at", "reason", "team_id")
LEAVE = (
    update(VISIT)
    .where(VISIT.c.case_id == STREAM_ID, VISIT.c.left_at.is_(None))
    .values(left_at=AT, left_by=param("trigger", VISIT.c.left_by))
)
STOP_WAITING = waits.end_all(param("case_closed_at", CASE.c.closed_at).is_not(None))
BY_TRIGGER = {
    **{trigger: (of_assessment(),) for trigger, of_assessment in assessments.BY_TRIGGER.items()},
    "start_assessment": (assessments.opened(), hold_the_baton()),
}
"""What else is written by the moves with one name, whatever the workflow."""
MOVES = {
    trigger: recorded(f"move case: {trigger}", changed(*MOVED), LEAVE, enter(), STOP_WAITING, *parts)
    for trigger, parts in BY_TRIGGER.items()
}
MOVE = recorded("move case", changed(*MOVED), LEAVE, enter(), STOP_WAITING)
HAND_OVER = recorded(
    "start plan and hand over", changed(*MOVED), LEAVE, enter(), *step_downs.PARTS, insert(EVENT).values(params(EVENT, "first"))
)
NOTE_ON_CASE = recorded("record on case", changed())
STAYING = {trigger: recorded(f"{trigger} on case".replace("_", " "), changed(), *parts) for trigger, parts in concerns.PARTS.items()}
"""The moves that stay where they are and write more than their event."""

ALLOCATE = recorded("allocate case", changed("worker_id", "team_id"))
AMEND = recorded("amend case", changed("family_name"))
SET_DATE = recorded("move due date", changed("next_review_on", "pause_until", "due_at"), of_stay("due_at"))
ADD_CHILD = recorded(
    "add child",
    changed(),
    insert(CASE_CHILD).values(case_id=STREAM_ID, person_id=param("person_id", PERSON.c.id), joined_at=AT),
    update(PERSON).where(PERSON.c.id == param("person_id", PERSON.c.id), PERSON.c.unattached).values(unattached=false()),
    attach_relatives(RELATIONSHIP.c.person_id == param("person_id", PERSON.c.id)),
)
END_FOR_CHILD = recorded(
    "end for child",
    changed(),
    update(CASE_CHILD)
    .where(CASE_CHILD.c.case_id == STREAM_ID, CASE_CHILD.c.person_id == param("person_id", PERSON.c.id), CASE_CHILD.c.ended_at.is_(None))
    .values(ended_at=AT, end_reason=param("end_reason", CASE_CHILD.c.end_reason)),
)


async def write(tx: Transaction, sql: Statement, found: Loaded, event: Event, **values: object) -> Written:
    """Write a change of a case with its event."""
    return await tx.write(sql, found.position, event, record=found["id"], **values)


async def move(tx: Transaction, found: Loaded, event: Event, *, trigger: str, columns: Mapping[str, object]) -> Written:
    """Write a move to another state: the case, the stay that ends and the one that begins, and what becomes of the assessment."""
    ids = {name: tx.new_id(found.now) for name in ("visit_id", "lead_id", "assessment_id")}
    case_columns = prefixed("case", {"team_id": found["team_id"], "worker_id": found["worker_id"], **columns})
    said: Any = event.payload["data"]
    of_assessment = {name: said.get(name) for name in ("started_on", "comment")}
    values = {"trigger": trigger, **ids, **case_columns, **of_assessment}
    if trigger == "start_plan" and found["hands_over"]:
        told = Event(step_downs.COMPLETED, {"state": columns["state"]})
        return await tx.write_both(HAND_OVER, found.position, event, told, record=found["id"], **values)
    return await write(tx, MOVES.get(trigger, MOVE), found, event, **values)


async def stay(tx: Transaction, found: Loaded, event: Event, *, trigger: str, data: Mapping[str, Any], settings: InForce) -> Written:
    """Write a move that stays where it is: its event, and what it records beside it."""
    if trigger not in STAYING:
        return await write(tx, NOTE_ON_CASE, found, event)
    by = {"case_id": found["id"], "actor_id": tx.request.actor.id}
    values = concerns.values(trigger, data, now=found.now, settings=settings, new_id=tx.new_id, **by)
    return await write(tx, STAYING[trigger], found, event, **values)
