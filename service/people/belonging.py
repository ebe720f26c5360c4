"""Whose cases somebody belongs to now, in SQL: what is known about a person is for those who work with them, not for whoever once did."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_, select

from service.access.actor import Actor
from service.access.standing import is_active
from service.access.visible import VISIBLE
from service.cases.tables import CASE, CASE_CHILD
from service.cases.visibility import sees_history
from service.households.tables import MEMBER
from service.people.tables import PERSON
from service.relationships.tables import RELATIONSHIP

Sql = ColumnElement[Any]
Sees = Callable[[FromClause], ColumnElement[bool]]
"""Which cases count: those that the actor sees, or those that they have."""


def seen(actor: Actor) -> Sees:
    """Count the cases that the actor sees, the team around the family among those who do."""
    return lambda case: VISIBLE.predicate(case, CASE, actor)


def held(actor: Actor) -> Sees:
    """Count the cases that the actor has by their office: not by being on the team around the family alone."""
    return lambda case: sees_history(case, actor)


def cases(sees: Sees, column: str = "id") -> Any:
    """Select a column of the cases that count."""
    case = CASE.alias()
    return select(case.c[column]).where(sees(case))


def is_one(case_id: Sql, sees: Sees) -> ColumnElement[bool]:
    """Tell whether a case counts; asked of it alone, because beside OR a list would gather every case."""
    case = CASE.alias()
    return exists(select(case.c.id).where(case.c.id == case_id, sees(case)).correlate_except(case))


def belongs_now(person_id: Sql, sees: Sees) -> ColumnElement[bool]:
    """Tell whether somebody is a child on a case that counts, of its household now, or a relative of its children.

    Having left the household is not enough, although the name of who left is still seen: they may have left to be safe.
    """
    child, member, kin, of_kin = CASE_CHILD.alias(), MEMBER.alias(), RELATIONSHIP.alias(), CASE_CHILD.alias()
    on_it = select(child.c.case_id).where(child.c.person_id == person_id, child.c.case_id.in_(cases(sees)))
    theirs = member.c.household_id.in_(cases(sees, "household_id"))
    at_home = select(member.c.id).where(member.c.person_id == person_id, member.c.left_at.is_(None), theirs)
    related = (
        select(kin.c.id)
        .join(of_kin, of_kin.c.person_id == kin.c.person_id)
        .where(kin.c.relative_id == person_id, kin.c.in_error_at.is_(None), of_kin.c.case_id.in_(cases(sees)))
    )
    ways = (on_it.correlate_except(child), at_home.correlate_except(member), related.correlate_except(kin, of_kin))
    return or_(*(exists(way) for way in ways))


def added_oneself(person_id: Sql, actor: Actor) -> ColumnElement[bool]:
    """Tell whether the actor added somebody whom nobody's case holds yet."""
    person = PERSON.alias()
    theirs = select(person.c.id).where(person.c.id == person_id, person.c.unattached, person.c.added_by == actor.id)
    return and_(exists(theirs.correlate_except(person)), is_active(actor))


def of_somebody_one_works_with(row: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See what is known about those who belong now to a case that one sees, and about whom one added oneself."""
    return or_(belongs_now(row.c.person_id, seen(actor)), added_oneself(row.c.person_id, actor))
