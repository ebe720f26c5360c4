"""Writes of a case: each is one statement that carries its event."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Insert, Update, exists, false, insert, not_, select, update

from service.cases.tables import CASE, CASE_CHILD
from service.journal.chain import Event
from service.journal.statements import Statement, constant, param, prefixed
from service.journal.transaction import AT, STREAM_ID, VERSION, Loaded, Transaction, Written, recorded
from service.lead_professionals.tables import LEAD
from service.people.tables import PERSON
from service.teams.tables import TEAM
from service.visits.tables import VISIT


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
    """Make the allocated worker acting lead professional, where nobody is lead professional."""
    lead = LEAD.alias()
    row: dict[str, Any] = {
        "id": param("lead_id", LEAD.c.id),
        "case_id": STREAM_ID,
        "practitioner_id": param("case_worker_id", LEAD.c.practitioner_id),
    }
    row |= {"kind": constant("acting"), "started_at": AT}
    nobody = not_(exists(select(lead.c.id).where(lead.c.case_id == STREAM_ID, lead.c.ended_at.is_(None))))
    return insert(LEAD).from_select(list(row), select(*row.values()).where(nobody))


MOVED = ("state", "entered_at", "due_at", "paused_from", "pause_until", "days_left", "next_review_on", "closed_at", "reason", "team_id")
LEAVE = (
    update(VISIT)
    .where(VISIT.c.case_id == STREAM_ID, VISIT.c.left_at.is_(None))
    .values(left_at=AT, left_by=param("trigger", VISIT.c.left_by))
)
MOVE = recorded("move case", changed(*MOVED), LEAVE, enter())
START_ASSESSMENT = recorded("start assessment", changed(*MOVED), LEAVE, enter(), hold_the_baton())
NOTE_ON_CASE = recorded("record on case", changed())
ALLOCATE = recorded("allocate case", changed("worker_id", "team_id"))
AMEND = recorded("amend case", changed("family_name"))
SET_DATE = recorded("move due date", changed("next_review_on", "pause_until", "due_at"), of_stay("due_at"))
ADD_CHILD = recorded(
    "add child",
    changed(),
    insert(CASE_CHILD).values(case_id=STREAM_ID, person_id=param("person_id", PERSON.c.id), joined_at=AT),
    update(PERSON).where(PERSON.c.id == param("person_id", PERSON.c.id), PERSON.c.unattached).values(unattached=false()),
)
END_FOR_CHILD = recorded(
    "end for child",
    changed(),
    update(CASE_CHILD)
    .where(CASE_CHILD.c.case_id == STREAM_ID, CASE_CHILD.c.person_id == param("person_id", PERSON.c.id))
    .values(ended_at=AT, end_reason=param("end_reason", CASE_CHILD.c.end_reason)),
)


async def write(tx: Transaction, sql: Statement, found: Loaded, event: Event, **values: object) -> Written:
    """Write a change of a case with its event."""
    return await tx.write(sql, found.position, event, record=found["id"], **values)


async def move(tx: Transaction, found: Loaded, event: Event, *, trigger: str, columns: Mapping[str, object]) -> Written:
    """Write a move to another state: the case, the stay that ends and the one that begins."""
    ids = {"visit_id": tx.new_id(found.now), "lead_id": tx.new_id(found.now)}
    case_columns = prefixed("case", {"team_id": found["team_id"], "worker_id": found["worker_id"], **columns})
    return await write(
        tx, START_ASSESSMENT if trigger == "start_assessment" else MOVE, found, event, trigger=trigger, **ids, **case_columns
    )
