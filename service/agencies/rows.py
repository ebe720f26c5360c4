"""Who sees an agency, and the SQL of agencies."""

from service.access.visible import VISIBLE, open_to_all
from service.agencies import rules
from service.agencies.tables import AGENCY
from service.council.structure import adding, amending, beginning_of, loading_by_id

__all__ = ["AGENCY"]

VISIBLE.of(AGENCY)(open_to_all)

BEGIN, LOAD = beginning_of(AGENCY.name), loading_by_id(AGENCY)
ADD, AMEND = adding(AGENCY), amending(AGENCY, *rules.EDITABLE)
