"""Who sees a locality, and the SQL of localities."""

from service.access.visible import VISIBLE, open_to_all
from service.council.structure import adding, amending, beginning_of, loading_by_id
from service.localities import rules
from service.localities.tables import LOCALITY

__all__ = ["LOCALITY"]

VISIBLE.of(LOCALITY)(open_to_all)

BEGIN, LOAD = beginning_of(LOCALITY.name), loading_by_id(LOCALITY)
ADD, AMEND = adding(LOCALITY), amending(LOCALITY, *rules.EDITABLE)
