"""How an actor stands to the council, in SQL: judged in the statement, so that a role that ended gives nothing."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Select,
    SelectBase,
    Text,
    Uuid,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import array

from service.access.actor import Actor, Role
from service.access.rules import Standing
from service.journal.statements import constant
from service.practitioners.rules import IN_A_TEAM
from service.practitioners.tables import APPOINTMENT, PRACTITIONER

WRITER: Any = Actor(id=bindparam("actor_id", type_=Uuid()), roles=frozenset(Role), purpose="", name="")  # type: ignore[arg-type]
"""Whoever writes: every role is possible, and the id is a parameter of the statement."""

Standings = Mapping[Standing, ColumnElement[bool]]


def is_active(actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor's account is in force: asked once in a statement, whatever the number of rows."""
    account = PRACTITIONER.alias()
    return exists(select(account.c.id).where(account.c.id == actor.id, account.c.ended_at.is_(None)))


def appointments(actor: Actor, *roles: Role) -> tuple[Any, ColumnElement[bool]]:
    """Return the table of appointments, under a name of its own, and the condition for the actor's in force."""
    held = APPOINTMENT.alias()
    conditions = [held.c.practitioner_id == actor.id, held.c.ended_at.is_(None)]
    return held, and_(*conditions, or_(*(held.c.role == constant(role) for role in roles)))


def places(actor: Actor, column: str, *roles: Role) -> Select[Any]:
    """Select the teams or localities of the actor's appointments to some roles."""
    held, in_force = appointments(actor, *roles)
    return select(held.c[column]).where(in_force, held.c[column].is_not(None))


def any_of(query: SelectBase) -> ColumnElement[Any]:
    """Turn a small list of keys into an array worked out once, which PostgreSQL can look up in an index."""
    return func.any(func.array(query.scalar_subquery()))


def holds(actor: Actor, *roles: Role, everywhere: bool = False) -> ColumnElement[bool]:
    """Tell whether the actor is appointed to one of the roles; `everywhere`: not limited to a locality."""
    held, in_force = appointments(actor, *roles)
    limit = [held.c.locality_id.is_(None)] if everywhere else []
    return exists(select(held.c.id).where(in_force, *limit))


def in_the_council(actor: Actor) -> Standings:
    """Return how the actor stands whatever the record."""
    return {
        Standing.PRACTITIONER: holds(actor, *IN_A_TEAM),
        Standing.ADMINISTRATOR: holds(actor, Role.ADMINISTRATOR),
    }


def named(actor: Actor, standings: Standings) -> ColumnElement[Any]:
    """Write the standings that hold as an array of their names: none without an account in force."""
    words = [case((condition, constant(standing))) for standing, condition in standings.items()]
    held = func.array_remove(array[Any](words, type_=Text()), None, type_=ARRAY(Text))
    return case((is_active(actor), held), else_=literal_column("ARRAY[]::text[]"))
