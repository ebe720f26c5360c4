"""Who sees a team around the family, and the SQL of teams around families."""

from service.access.visible import VISIBLE
from service.cases.visibility import of_visible_case
from service.team_around_family.tables import TEAM_MEMBER

__all__ = ["TEAM_MEMBER"]

VISIBLE.of(TEAM_MEMBER)(of_visible_case)
