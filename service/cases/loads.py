"""Loads that lock a case for change, with the facts that the change needs and how the actor stands to the case."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Uuid, bindparam, case, exists, func, literal_column, select

from service.access.standing import WRITER, named
from service.agencies.tables import AGENCY
from service.cases.facts import MAKERS, agreement_stands, facts, was_assessed
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import standings, visible_cases
from service.council.tables import COUNCIL
from service.deadlines.rules import Calendar
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
CYCLES = ("start_plan", "continue_plan")
"""The steps with which a cycle of the plan begins."""
THE_PERSON = param("person_id", PERSON.c.id)
THE_CASE = CASE.c.id == bindparam("case_id", type_=Uuid())


def is_at_home(row: Any) -> Any:
    """Tell whether a person belongs to the household of a case now."""
    member = MEMBER.alias()
    here = [member.c.household_id == row.c.household_id, member.c.person_id == THE_PERSON, member.c.left_at.is_(None)]
    return exists(select(member.c.id).where(*here).correlate_except(member))


def born_on(_row: Any) -> Any:
    """Write when the child was born whose help is to end."""
    return select(PERSON.c.birth_date).where(PERSON.c.id == THE_PERSON).correlate_except(PERSON).scalar_subquery()


def child_ids(row: Any) -> Any:
    """Gather the children whose help goes on."""
    return keys(CASE_CHILD, CASE_CHILD.c.case_id == row.c.id, CASE_CHILD.c.ended_at.is_(None))


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


def calendar() -> Any:
    """Write the council's calendar as JSON."""
    row = func.json_build_object(constant("closed"), COUNCIL.c.closed_on, constant("entry_day_counts"), COUNCIL.c.entry_day_counts)
    return select(row).scalar_subquery()


def calendar_of(found: str) -> Calendar:
    """Read the council's calendar."""
    said = orjson.loads(found)
    return Calendar(frozenset(map(dt.date.fromisoformat, said["closed"])), said["entry_day_counts"])


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


def stays(row: Any, *columns: Any) -> Any:
    """Select of the stays of a case."""
    return select(*columns).where(VISIT.c.case_id == row.c.id).correlate_except(VISIT)


BEGAN = VISIT.c.entered_by.in_([constant(each) for each in CYCLES])


def cycle(row: Any) -> Any:
    """Name the step with which the plan's present cycle began; null before the plan."""
    return stays(row, VISIT.c.entered_by).where(BEGAN).order_by(VISIT.c.entered_at.desc()).limit(number(1)).scalar_subquery()


def cycle_since(row: Any) -> Any:
    """Write since when that cycle counts: since it began, and later by as long as it was paused."""
    began = stays(row, func.max(VISIT.c.entered_at)).where(BEGAN).scalar_subquery()
    pause = VISIT.alias()
    its_pauses = [pause.c.case_id == row.c.id, pause.c.state == constant("paused"), pause.c.entered_at >= began]
    length = select(func.sum(pause.c.left_at - pause.c.entered_at)).where(*its_pauses).correlate_except(pause).scalar_subquery()
    return began + func.coalesce(length, literal_column("interval '0'"))


CYCLE = {"cycle": cycle, "cycle_since": cycle_since}
LOAD = loading("load case for change")
LOAD_TO_MOVE = loading("load case to move", facts=lambda row: facts(row, CLOCK), calendar=lambda row: calendar())
LOAD_WITH_DATA = loading(
    "load case to move with data",
    facts=lambda row: facts(row, CLOCK),
    calendar=lambda row: calendar(),
    child_ids=child_ids,
    member_ids=lambda row: keys(MEMBER, MEMBER.c.household_id == row.c.household_id, MEMBER.c.left_at.is_(None)),
    agency_found=lambda row: exists(select(AGENCY.c.id).where(AGENCY.c.id == param("agency", AGENCY.c.id))),
    surviving_case_found=other_case,
    **CYCLE,
)
LOAD_TO_ALLOCATE = loading("load case to allocate", works_there=works_in_the_team)
LOAD_TO_ADD_CHILD = loading("load case to add a child", child=lambda row: kind_of_person(), at_home=is_at_home)
LOAD_TO_END_FOR_CHILD = loading(
    "load case to end for a child",
    child_ids=child_ids,
    was_assessed=was_assessed,
    agreed=lambda row: agreement_stands(row.c.id, THE_PERSON, CLOCK),
    born=born_on,
)
LOAD_DATE = loading("load case to set a date", **CYCLE)


async def load(tx: Transaction, sql: Statement, case_id: UUID, expected_version: int | None = None, **values: object) -> Loaded:
    """Lock a case. Raise NotFound, Conflict."""
    return await tx.load(sql, expected_version=expected_version, case_id=case_id, **values)


def facts_of(found: Loaded, data: Mapping[str, Any]) -> Any:
    """Make the facts that the guards of the case's version look at."""
    return MAKERS[found["workflow"], found["workflow_version"]](orjson.loads(found["facts"]), found.now, data)
