"""Loads that lock a case for change, with the facts that the change needs and how the actor stands to the case."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Uuid, bindparam, case, exists, func, select

from service.access.standing import WRITER, named
from service.agencies.tables import AGENCY
from service.cases.facts import MAKERS, facts, settings_in
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import standings, visible_cases
from service.configuration.facts import in_force
from service.configuration.in_force import InForce
from service.households.tables import MEMBER
from service.journal.statements import Statement, constant, number, param, statement
from service.journal.transaction import CLOCK, Loaded, Transaction, for_change
from service.people.rows import visible_people
from service.people.tables import PERSON
from service.practitioners.rules import IN_A_TEAM
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.visits.tables import VISIT
from workflows import WORKFLOWS

STREAM = "case"
THE_CASE = CASE.c.id == bindparam("case_id", type_=Uuid())


def state_title(row: Any) -> Any:
    """Write the title of the state in which a case stands."""
    titles = {
        (each.key, each.version): {constant(state.key): constant(state.title) for state in each.states.values()}
        for each in WORKFLOWS.values()
    }
    ways = [
        ((row.c.workflow == constant(key)) & (row.c.workflow_version == number(version)), case(words, value=row.c.state))
        for (key, version), words in titles.items()
    ]
    return case(*ways)


def loading(name: str, condition: Any = THE_CASE, seen: Any = None, **more: Callable[[Any], Any]) -> Statement:
    """Compile a load of a case for change, with how the actor stands to it, and more facts; `seen` in place of its visibility."""

    def asked(row: Any) -> dict[str, Any]:
        return {
            "standings": named(WRITER, standings(row, WRITER)),
            "stands_in": state_title(row),
            **{each: write(row) for each, write in more.items()},
        }

    locked = select(CASE).where(condition, visible_cases(CASE, WRITER) if seen is None else seen)
    return statement(name, for_change(locked, stream=STREAM, facts=asked), stream=STREAM)


def keys(rows: Any, *conditions: Any) -> Any:
    """Gather the people of some rows as an array."""
    return func.array(select(rows.c.person_id).where(*conditions).correlate_except(rows).scalar_subquery())


def other_case(row: Any) -> Any:
    """Tell whether the case that is to go on is another one that the actor sees."""
    other = CASE.alias()
    found = select(other.c.id).where(other.c.id == param("surviving_case", CASE.c.id), other.c.id != row.c.id, visible_cases(other, WRITER))
    return exists(found.correlate_except(other))


def works_in_the_team(row: Any) -> Any:
    """Tell whether the worker to be has a role in the team that is to have the case."""
    held, person = APPOINTMENT.alias(), PRACTITIONER.alias()
    team = func.coalesce(param("team_id", APPOINTMENT.c.team_id), row.c.team_id)
    role = held.c.role.in_([constant(role) for role in IN_A_TEAM])
    found = select(held.c.id).join(person, person.c.id == held.c.practitioner_id)
    in_force = (held.c.ended_at.is_(None)) & (person.c.ended_at.is_(None))
    here = found.where(held.c.practitioner_id == param("worker_id", held.c.practitioner_id), held.c.team_id == team, role, in_force)
    return exists(here.correlate_except(held, person))


def kind_of_person() -> Any:
    """Say as what the service knows a person whom the actor sees; null for anybody else."""
    person = PERSON.alias()
    seen = visible_people(person, WRITER)
    return select(person.c.kind).where(person.c.id == param("person_id", PERSON.c.id), seen).scalar_subquery()


def entered_by(row: Any) -> Any:
    """Name the trigger with which the present stay began."""
    stay = VISIT.alias()
    return select(stay.c.entered_by).where(stay.c.case_id == row.c.id, stay.c.left_at.is_(None)).correlate_except(stay).scalar_subquery()


LOAD = loading("load case for change")
LOAD_TO_MOVE = loading("load case to move", facts=lambda row: facts(row, CLOCK))
LOAD_WITH_DATA = loading(
    "load case to move with data",
    facts=lambda row: facts(row, CLOCK),
    child_ids=lambda row: keys(CASE_CHILD, CASE_CHILD.c.case_id == row.c.id, CASE_CHILD.c.ended_at.is_(None)),
    member_ids=lambda row: keys(MEMBER, MEMBER.c.household_id == row.c.household_id, MEMBER.c.left_at.is_(None)),
    agency_found=lambda row: exists(select(AGENCY.c.id).where(AGENCY.c.id == param("agency", AGENCY.c.id))),
    surviving_case_found=other_case,
)
LOAD_TO_ALLOCATE = loading("load case to allocate", works_there=works_in_the_team)
LOAD_TO_ADD_CHILD = loading("load case to add a child", child=lambda row: kind_of_person())
LOAD_DATE = loading("load case to set a date", entered_by=entered_by, settings=lambda row: in_force(row.c.entered_at, row.c.locality_id))
"""What the council had set as the stay began: a stay keeps the limit under which it was entered."""


async def load(tx: Transaction, sql: Statement, case_id: UUID, expected_version: int | None = None, **values: object) -> Loaded:
    """Lock a case. Raise NotFound, Conflict."""
    return await tx.load(sql, expected_version=expected_version, case_id=case_id, **values)


def settings_of(found: Loaded) -> InForce:
    """Read what the council has set, as the load of a move found it with the facts."""
    return settings_in(orjson.loads(found["facts"]))


def facts_of(found: Loaded, data: Mapping[str, Any]) -> Any:
    """Make the facts that the guards of the case's version look at."""
    return MAKERS[found["workflow"], found["workflow_version"]](orjson.loads(found["facts"]), found.now, data)
