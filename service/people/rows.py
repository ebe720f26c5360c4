"""Who sees a person, and the SQL of people."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Uuid, and_, bindparam, insert, or_, select, update

from service.access.actor import Actor
from service.access.rules import Standing
from service.access.standing import WRITER, in_the_council, is_active, named
from service.access.visible import VISIBLE
from service.cases.tables import CASE, CASE_CHILD
from service.cases import visibility as _cases  # noqa: F401  (registers the predicate of cases)
from service.households.tables import MEMBER
from service.journal.statements import param, params, statement
from service.journal.transaction import beginning, for_change, recorded
from service.people.tables import PERSON

STREAM = "person"


@VISIBLE.of(PERSON)
def visible_people(person: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those on a visible case, those of its household, and whom one added oneself while nobody's case holds them yet."""
    child, member = CASE_CHILD.alias(), MEMBER.alias()
    on_a_case = select(child.c.person_id).where(child.c.case_id.in_(VISIBLE.rows(CASE, actor, "id")))
    at_home = select(member.c.person_id).where(member.c.household_id.in_(VISIBLE.rows(CASE, actor, "household_id")))
    own = and_(person.c.unattached, person.c.added_by == actor.id, is_active(actor))
    return or_(person.c.id.in_(on_a_case), person.c.id.in_(at_home), own)
