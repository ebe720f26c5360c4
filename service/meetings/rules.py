"""What the record of a meeting must say. Pure."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from service.errors import ErrorCode, Problem
from service.lead_professionals import rules as leads

EDITABLE = ("held_on", "family_views", "decisions")
ALWAYS_FILLED = {"held_on": "heldOn", "decisions": "decisions"}
"""What cannot be cleared, as a client spells it."""


def problems(meeting: Mapping[str, Any], *, opened: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in a meeting; `opened`: the day on which the case was opened."""
    if not opened <= meeting["held_on"] <= today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose a day since the case was opened that is not later than today.", ("heldOn",))


def invited(given: Sequence[Mapping[str, Any]], known: Collection[UUID], *, column: str, field: str, path: str) -> Iterator[Problem]:
    """Say who cannot have been invited: somebody who does not work with the family or belong to it, or is named twice."""
    seen: set[UUID] = set()
    for index, each in enumerate(given):
        key, where = each[column], (field, str(index), path)
        if key not in known:
            yield Problem(ErrorCode.NOT_FOUND, "There is nobody by this id who works with this family or belongs to it.", where)
        elif key in seen:
            yield Problem(ErrorCode.BAD_USER_INPUT, "Name each person once.", where)
        seen.add(key)


def somebody_came(presences: Collection[str]) -> Iterator[Problem]:
    """Say that nobody came, if so: then there was no meeting."""
    if "attended" not in presences:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say who attended: at least one practitioner or one of the family.", ("practitioners",))


def lead_problems(now: Sequence[Mapping[str, Any]], lead: UUID | None, **facts: bool) -> Iterator[Problem]:
    """Say why somebody cannot have been agreed as lead professional; `now`: those whose role has not been ended."""
    if lead is None:
        return
    path = ("agreedLeadId",)
    if any(UUID(each["practitioner_id"]) == lead and each["kind"] == "agreed" for each in now):
        yield Problem(ErrorCode.BAD_USER_INPUT, "They are the agreed lead professional already. Leave this out.", path)
    yield from (replace(problem, path=path) for problem in leads.problems(now, handover=None, **facts))
