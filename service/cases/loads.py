"""Loads that lock a case for change, with the facts that the change needs and how the actor stands to the case."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Uuid, bindparam, exists, func, select

from service.access.standing import WRITER, named
from service.agencies.tables import AGENCY
from service.cases.cycles import CYCLE
from service.cases.fact_sheet import facts
from service.cases.facts import agreement_stands, was_assessed
from service.cases.judging import make, settings_in
from service.cases.tables import CASE, CASE_CHILD
from service.cases.titles import state_title
from service.cases.visibility import standings, visible_cases
from service.concerns.facts import chased, is_taken, waits_for
from service.configuration.facts import in_force, settings
from service.configuration.in_force import InForce
from service.households.tables import MEMBER
from service.journal.statements import Statement, constant, param, statement
from service.journal.transaction import NOW, Loaded, Transaction, for_change
from service.people.rows import visible_people
from service.people.tables import PERSON
from service.practitioners.rules import IN_A_TEAM
from service.practitioners.tables import APPOINTMENT, PRACTITIONER
from service.safeguarding.facts import safeguarding_check
from service.step_downs.facts import hands_over

STREAM = "case"
THE_PERSON = param("person_id", PERSON.c.id)
THE_CASE = CASE.c.id == bindparam("case_id", type_=Uuid())


def is_at_home(row: Any) -> Any:
    """Tell whether a person belongs to the household of a case now."""
    member = MEMBER.alias()
    here = [member.c.household_id == row.c.household_id, member.c.person_id == THE_PERSON, member.c.left_at.is_(None)]
    return exists(select(member.c.id).where(*here).correlate_except(member))


def of_child(column: str) -> Callable[[Any], Any]:
    """Write a date of the child whose help is to end."""
    return lambda _row: select(PERSON.c[column]).where(PERSON.c.id == THE_PERSON).correlate_except(PERSON).scalar_subquery()


def child_ids(row: Any) -> Any:
    """Gather the children whose help goes on."""
    return keys(CASE_CHILD, CASE_CHILD.c.case_id == row.c.id, CASE_CHILD.c.ended_at.is_(None))


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
    """Say as what the service knows a person whom the actor sees; null for anybody else, and for who was entered in error."""
    person = PERSON.alias()
    seen = visible_people(person, WRITER)
    asked = [person.c.id == THE_PERSON, person.c.in_error_at.is_(None), seen]
    return select(person.c.kind).where(*asked).scalar_subquery()


LOAD = loading("load case for change")
SETTINGS = {"settings": lambda row: settings(row, NOW)}
"""What a load reads of the council's settings, as they are in force for its case."""
LOAD_TO_MOVE = loading("load case to move", facts=lambda row: facts(row, NOW), hands_over=hands_over)
LOAD_WITH_DATA = loading(
    "load case to move with data",
    facts=lambda row: facts(row, NOW),
    child_ids=child_ids,
    member_ids=lambda row: keys(MEMBER, MEMBER.c.household_id == row.c.household_id, MEMBER.c.left_at.is_(None)),
    agency_found=lambda row: exists(select(AGENCY.c.id).where(AGENCY.c.id == param("agency", AGENCY.c.id))),
    surviving_case_found=other_case,
    chased=chased,
    hands_over=hands_over,
    **CYCLE,
)
LOAD_TO_ALLOCATE = loading("load case to allocate", works_there=works_in_the_team)
LOAD_TO_ADD_CHILD = loading("load case to add a child", child=lambda row: kind_of_person(), at_home=is_at_home)
LOAD_TO_END_FOR_CHILD = loading(
    "load case to end for a child",
    child_ids=child_ids,
    was_assessed=was_assessed,
    agreed=lambda row: agreement_stands(row.c.id, THE_PERSON, NOW),
    was_checked=lambda row: safeguarding_check(row, NOW),
    is_taken=lambda row: is_taken(row, THE_PERSON),
    is_awaited=lambda row: waits_for(row, THE_PERSON),
    born=of_child("birth_date"),
    died_on=of_child("died_on"),
    ehc_plan_on=of_child("ehc_plan_on"),
    **SETTINGS,
)
LOAD_DATE = loading("load case to set a date", settings=lambda row: in_force(row.c.entered_at, row.c.locality_id), **CYCLE)
"""What the council had set as the stay began: a stay keeps the limit under which it was entered, and a plan that of its cycle."""


CHILDREN_OF = select(CASE_CHILD.c.person_id).where(CASE_CHILD.c.case_id == bindparam("case_id", type_=Uuid()))
LOCK_CHILDREN = statement(
    "lock the children of a case", select(PERSON.c.id).where(PERSON.c.id.in_(CHILDREN_OF)).order_by(PERSON.c.id).with_for_update()
)
"""A statement of its own, before the case is locked: of two agencies that start an assessment of one child, the second sees the first."""


async def lock_children(tx: Transaction, case_id: UUID) -> None:
    """Take one's turn at the children of a case, in ascending order."""
    await tx.connection.execute(LOCK_CHILDREN.sql, case_id)


async def load(tx: Transaction, sql: Statement, case_id: UUID, expected_version: int | None = None, **values: object) -> Loaded:
    """Lock a case. Raise NotFound, Conflict."""
    return await tx.load(sql, expected_version=expected_version, case_id=case_id, **values)


def settings_of(found: Loaded) -> InForce:
    """Read what the council has set, as a load found it."""
    return InForce.read(found["settings"])


def facts_found(found: Loaded) -> Any:
    """Read the sheet of facts, as the load of a move found it."""
    return orjson.loads(found["facts"])


def settings_among_facts(found: Loaded) -> InForce:
    """Read what the council has set, as the load of a move found it with the facts."""
    return settings_in(facts_found(found))


def facts_of(found: Loaded, data: Mapping[str, Any]) -> Any:
    """Make the facts that the guards of the case's version look at."""
    return make((found["workflow"], found["workflow_version"]), orjson.loads(found["facts"]), found.now, data)
