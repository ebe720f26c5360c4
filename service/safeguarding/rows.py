"""Who sees a safeguarding check, and the SQL of checks."""

from service.access.visible import VISIBLE
from service.cases import loads, records
from service.cases.visibility import of_visible_case
from service.safeguarding.rules import EDITABLE
from service.safeguarding.tables import CHECK

VISIBLE.of(CHECK)(of_visible_case)

LOAD = loads.loading("load case to record a safeguarding check", **loads.SETTINGS)
LOAD_CHECK = records.loading_of(CHECK, **loads.SETTINGS)
ADD, AMEND = records.adding(CHECK), records.amending(CHECK, *EDITABLE, "counts_until")
