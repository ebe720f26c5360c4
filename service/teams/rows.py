"""Who sees a team, and the SQL of teams."""

from service.access.visible import VISIBLE, open_to_all
from service.teams.tables import TEAM

__all__ = ["TEAM"]

VISIBLE.of(TEAM)(open_to_all)
