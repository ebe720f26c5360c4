"""Who sees a warning marker, and the SQL of markers."""

from typing import Any

from sqlalchemy import Date, cast, func

from service.cases import loads, records
from service.cases.visibility import part_of_case
from service.households.rows import family
from service.journal.statements import constant, param
from service.journal.transaction import AT
from service.markers.rules import EDITABLE
from service.markers.tables import MARKER

part_of_case(MARKER)


def in_force(marker: Any) -> Any:
    """Tell whether a marker stands: it has not ended, and is not known to be wrong. That its review is late does not end it."""
    return marker.c.ended_at.is_(None) & marker.c.in_error_at.is_(None)


def review_is_due(marker: Any) -> Any:
    """Tell whether the day of its review has come while it stands."""
    today = cast(func.timezone(constant("Europe/London"), func.clock_timestamp()), Date)
    return in_force(marker) & (marker.c.review_on <= today)


LOAD = loads.loading("load case to set a marker", family=family)
LOAD_OF_MARKER = records.loading_of(MARKER)
SET = records.adding(MARKER)
AMEND = records.amending(MARKER, *EDITABLE)


def written(*columns: str) -> dict[str, Any]:
    """Name the parameters of some columns, the revision among them."""
    return {name: param(f"marker_{name}", MARKER.c[name]) for name in (*columns, "revision")}


REVIEW = records.changing("review marker", MARKER, {**written("review_on", "finding", "reviewed_by"), "reviewed_at": AT})
END = records.changing("end marker", MARKER, {**written("end_reason", "ended_by"), "ended_at": AT})
