"""Who sees the council, and its SQL."""

from service.access.visible import VISIBLE, open_to_all
from service.council.tables import COUNCIL

__all__ = ["COUNCIL"]

VISIBLE.of(COUNCIL)(open_to_all)
