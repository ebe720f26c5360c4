"""Who sees what a person needs, and its SQL."""

from typing import Any

from sqlalchemy import update

from service.access.visible import VISIBLE
from service.access_needs.rules import EDITABLE
from service.access_needs.tables import ACCESS_NEEDS
from service.journal.transaction import AT, STREAM_ID
from service.people import records
from service.people.belonging import of_somebody_one_works_with

VISIBLE.of(ACCESS_NEEDS)(of_somebody_one_works_with)


def holds_now(needs: Any) -> Any:
    """Tell whether a statement is the one that holds."""
    return needs.c.replaced_at.is_(None) & needs.c.in_error_at.is_(None)


LOAD = records.loading("load person to record access needs")
LOAD_OF_NEEDS = records.loading_of(ACCESS_NEEDS)
RECORD = records.adding(
    ACCESS_NEEDS,
    update(ACCESS_NEEDS).where(ACCESS_NEEDS.c.person_id == STREAM_ID, ACCESS_NEEDS.c.replaced_at.is_(None)).values(replaced_at=AT),
)
AMEND = records.amending(ACCESS_NEEDS, *EDITABLE)
