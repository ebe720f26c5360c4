"""How an actor stands to a person or a household: as to the cases that they belong to."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, FromClause, exists, select

from service.access.actor import Actor
from service.access.rules import Standing
from service.access.standing import Standings
from service.cases.tables import CASE
from service.cases.visibility import standings

CARRIED = (
    Standing.ALLOCATED,
    Standing.LEAD,
    Standing.MEMBER,
    Standing.TEAM,
    Standing.TRIAGE,
    Standing.TEAM_MANAGER,
    Standing.SERVICE_MANAGER,
)
"""What a case passes on: each of them sees the case. Having made its request or opened it is no standing to the people in it."""


def through_cases(actor: Actor, belongs_to: Callable[[FromClause], ColumnElement[bool]], *, added: ColumnElement[bool]) -> Standings:
    """Return how the actor stands to what belongs to some cases; who added it is its opener."""
    case = CASE.alias()
    to_case = standings(case, actor)
    ways = {each: exists(select(case.c.id).where(belongs_to(case), to_case[each]).correlate_except(case)) for each in CARRIED}
    return {**ways, Standing.OPENER: added}
