"""Who sees a locality, and the SQL of localities."""

from service.access.visible import VISIBLE, open_to_all
from service.localities.tables import LOCALITY

__all__ = ["LOCALITY"]

VISIBLE.of(LOCALITY)(open_to_all)
