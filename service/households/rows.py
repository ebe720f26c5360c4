"""Who sees a household, and the SQL of households and their members."""

from sqlalchemy import ColumnElement, FromClause, and_, or_

from service.access.actor import Actor
from service.access.standing import is_active
from service.access.visible import VISIBLE
from service.cases.tables import CASE
from service.cases.visibility import visible_cases  # noqa: F401  (registers the predicate)
from service.households.tables import HOUSEHOLD, MEMBER


@VISIBLE.of(HOUSEHOLD)
def visible_households(household: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See those of visible cases, and those that one added oneself while no case holds them yet."""
    own = and_(household.c.unattached, household.c.added_by == actor.id, is_active(actor))
    return or_(household.c.id.in_(VISIBLE.rows(CASE, actor, "household_id")), own)


@VISIBLE.of(MEMBER)
def visible_members(member: FromClause, actor: Actor) -> ColumnElement[bool]:
    """See who belongs to a visible household."""
    return member.c.household_id.in_(VISIBLE.rows(HOUSEHOLD, actor, "id"))
