"""Who sees an agency, and the SQL of agencies."""

from service.access.visible import VISIBLE, open_to_all
from service.agencies.tables import AGENCY

__all__ = ["AGENCY"]

VISIBLE.of(AGENCY)(open_to_all)
