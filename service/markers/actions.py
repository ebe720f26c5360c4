"""What can be done with a warning marker: set it, amend it, look at it again, and end it. A case that has ended can still be warned of."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from service.access.actor import Actor
from service.access.rules import Action
from service.cases import loads, records
from service.deadlines.rules import day_in_london
from service.entered_in_error.rules import refuse_struck
from service.errors import BadInput, expect_revision
from service.households.family import read_family
from service.journal.chain import Event
from service.journal.statements import prefixed
from service.journal.transaction import Loaded, Transaction, Written
from service.markers import rows, rules
from service.markers.tables import MARKER

LATER = ("reviewed_by", "reviewed_at", "finding", "ended_by", "ended_at", "end_reason")


async def set_marker(
    tx: Transaction, *, actor: Actor, case_id: UUID, review_on: dt.date, person_id: UUID | None = None, **said: Any
) -> Written:
    """Warn whoever visits the family, until a day on which somebody looks at it again."""
    case = await loads.load(tx, rows.LOAD, case_id)
    tx.may(case, Action.SET_MARKER)
    today = day_in_london(case.now)
    rules.refuse_stranger(person_id, read_family(case["family"]))
    marker = {name: said.get(name) for name in rules.EDITABLE} | {"known_on": said.get("known_on") or today}
    if problems := [*rules.problems(marker, today=today), *rules.review_problems(review_on, today=today)]:
        raise BadInput.because(problems)
    row = {**marker, **dict.fromkeys(LATER), "person_id": person_id, "review_on": review_on}
    row |= {"set_by": actor.id, "set_at": case.now, "revision": 1}
    return await records.add(tx, rows.SET, case, "MarkerSet", MARKER, row)


async def amend_marker(
    tx: Transaction, *, actor: Actor, marker_id: UUID, expected_revision: int, why: str, changes: Mapping[str, Any]
) -> Written:
    """Correct what a marker says."""
    case = await tx.load(rows.LOAD_OF_MARKER, record_id=marker_id)
    tx.may(case, Action.SET_MARKER)
    standing(case)
    found = records.to_amend(
        MARKER, case, changes, expected_revision=expected_revision, editable=rules.EDITABLE, always_filled=rules.ALWAYS_FILLED
    )
    if problems := list(rules.problems(found[2], today=day_in_london(case.now))):
        raise BadInput.because(problems)
    return await records.amend(tx, rows.AMEND, case, "MarkerAmended", MARKER, *found, reason=why)


async def review_marker(
    tx: Transaction, *, actor: Actor, marker_id: UUID, expected_revision: int, review_on: dt.date, finding: str
) -> Written:
    """Look at a marker again and let it stand, until another day."""
    case = await tx.load(rows.LOAD_OF_MARKER, record_id=marker_id)
    tx.may(case, Action.REVIEW_MARKER)
    marker = standing(case)
    expect_revision(marker["revision"], expected_revision, "This marker")
    if problems := list(rules.review_problems(review_on, today=day_in_london(case.now))):
        raise BadInput.because(problems)
    said = {"review_on": review_on, "finding": finding}
    event = Event("MarkerReviewed", {"marker_id": marker_id, **said, "before": {"review_on": marker["review_on"]}})
    values = prefixed("marker", {**said, "reviewed_by": actor.id, "revision": expected_revision + 1})
    return await tx.write(rows.REVIEW, case.position, event, record=marker_id, record_id=marker_id, **values)


async def end_marker(tx: Transaction, *, actor: Actor, marker_id: UUID, reason: str) -> Written:
    """End a marker, because what it warned of is over."""
    case = await tx.load(rows.LOAD_OF_MARKER, record_id=marker_id)
    tx.may(case, Action.REVIEW_MARKER)
    marker = standing(case)
    event = Event("MarkerEnded", {"marker_id": marker_id, "end_reason": reason})
    values = prefixed("marker", {"end_reason": reason, "ended_by": actor.id, "revision": marker["revision"] + 1})
    return await tx.write(rows.END, case.position, event, record=marker_id, record_id=marker_id, **values)


def standing(case: Loaded) -> dict[str, Any]:
    """Return the marker that was loaded. Raise AlreadyDone for one that has ended, Refused for one that was entered in error."""
    marker = records.read_row(MARKER, case["record"])
    refuse_struck(marker)
    rules.refuse_ended(marker)
    return marker
