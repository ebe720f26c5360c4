"""Who sees a practitioner, and the SQL of practitioners and their appointments."""

from service.access.visible import VISIBLE, open_to_all
from service.practitioners.tables import APPOINTMENT, PRACTITIONER

__all__ = ["APPOINTMENT", "PRACTITIONER"]

VISIBLE.of(PRACTITIONER)(open_to_all)
VISIBLE.of(APPOINTMENT)(open_to_all)
