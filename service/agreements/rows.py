"""Who sees an agreement, and the SQL of agreements."""

from service.access.visible import VISIBLE
from service.cases.visibility import of_visible_case
from service.agreements.tables import AGREEMENT

__all__ = ["AGREEMENT"]

VISIBLE.of(AGREEMENT)(of_visible_case)
