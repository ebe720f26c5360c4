"""What the moves that concern social care write beside their event: a concern, or what social care decided. The case stays where it is."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, not_, select

from service.concerns.facts import is_open
from service.concerns.tables import CONCERN, SOCIAL_CARE
from service.configuration.in_force import InForce
from service.journal.statements import param, params, prefixed
from service.journal.transaction import STREAM_ID
from service.waits import writing as waits
from service.waits.tables import WAIT, WaitKind

CHILDREN = param("decision_child_ids", SOCIAL_CARE.c.child_ids)
ANSWERED = select(CONCERN.c.id).where(CONCERN.c.case_id == STREAM_ID, not_(is_open(CONCERN, lambda child: child == func.any(CHILDREN))))
DECIDED = (
    insert(SOCIAL_CARE).values(params(SOCIAL_CARE, "decision")),
    waits.end(WaitKind.SOCIAL_CARE_DECISION, WAIT.c.about.in_(ANSWERED)),
)
PARTS: Mapping[str, Sequence[Any]] = {
    "escalate": (insert(CONCERN).values(params(CONCERN, "concern")), waits.begin(WaitKind.SOCIAL_CARE_DECISION)),
    "record_taken": DECIDED,
    "record_not_taken": DECIDED,
}
"""By the trigger of the move: the rows that its statement writes too."""


def values(
    trigger: str,
    data: Mapping[str, Any],
    *,
    case_id: UUID,
    actor_id: UUID,
    now: dt.datetime,
    settings: InForce,
    new_id: Callable[[dt.datetime], UUID],
) -> dict[str, Any]:
    """Return the values of those rows; the data of the move names at least one child."""
    row = {"id": new_id(now), "case_id": case_id, "child_ids": data["children"], "revision": 1, "entered_wrongly": None}
    if trigger == "escalate":
        said = {"urgency": data["urgency"], "worry": data["concern"], "told_family_or_why_not": data["told_family_or_why_not"]}
        wait = waits.values(WaitKind.SOCIAL_CARE_DECISION, wait_id=new_id(now), now=now, settings=settings, about=row["id"])
        return prefixed("concern", {**row, **said, "sent_by": actor_id, "sent_at": now}) | wait
    said = {name: data.get(name) for name in ("route", "decided_by", "decided_on", "why", "advice", "disagreement")}
    said |= {"taken": trigger == "record_taken", "no_answer": bool(data.get("no_answer")), "reference": data.get("social_care_reference")}
    return prefixed("decision", {**row, **said, "recorded_by": actor_id, "recorded_at": now})
