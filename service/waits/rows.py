"""Who sees a wait, and what is said of it in SQL."""

from typing import Any

from sqlalchemy import case, func

from service.access.visible import VISIBLE
from service.cases.visibility import of_visible_case
from service.configuration.waits import KINDS
from service.journal.statements import constant
from service.waits.tables import WAIT

VISIBLE.of(WAIT)(of_visible_case)


def is_late(wait: Any) -> Any:
    """Tell whether a wait is past its due instant, and not at it."""
    return wait.c.due_at < func.clock_timestamp()


def title(wait: Any) -> Any:
    """Write what a wait is called."""
    return case({constant(kind): constant(each.title) for kind, each in KINDS.items()}, value=wait.c.kind)


def on(wait: Any) -> Any:
    """Write on whom a wait is."""
    return case({constant(kind): constant(each.on) for kind, each in KINDS.items()}, value=wait.c.kind)
