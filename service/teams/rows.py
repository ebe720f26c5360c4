"""Who sees a team, and the SQL of teams."""

from service.access.visible import VISIBLE, open_to_all
from service.council.structure import adding, amending, beginning_of, loading_by_id
from service.teams import rules
from service.teams.tables import TEAM

__all__ = ["TEAM"]

VISIBLE.of(TEAM)(open_to_all)

BEGIN, LOAD = beginning_of(TEAM.name), loading_by_id(TEAM)
ADD, AMEND = adding(TEAM), amending(TEAM, *rules.EDITABLE)
