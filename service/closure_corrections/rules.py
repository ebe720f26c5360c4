"""When the end of a case can be corrected, and where the case then goes on. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from service.deadlines.rules import Calendar, day_in_london, last_day_of, working_day, working_days_left
from service.errors import ErrorCode, Problem

WITHIN = 20
"""For how many working days after its end a case can go on."""

TRIGGER = "correct_closure"
"""How a stay begins that goes on after a correction, and how the final stay before it ended. No workflow has a step by this name."""

TAKEN_OVER = ("step_up", "return_step_down")
"""The steps after which social care has the family."""

SIGNED_OFF = ("sign_off_no_plan",)
"""The steps that end a case and its assessment at once: going on would undo what somebody signed."""

PAUSED = "paused"
TOO_LATE = f"It is more than {WITHIN} working days since this case ended. Record a new request for help: it is linked to this case."
WITH_SOCIAL_CARE = "Social care has taken the family over. Early help begins again when social care steps the family down."
WITH_ITS_ASSESSMENT = "This case ended as its assessment was signed off. Record a new request for help: it is linked to this case."
NEWER = "There is a newer case of this family. Go on there; what is known here can be read from it."


@dataclass(frozen=True)
class Stay:
    """One stay of a case, as it was written."""

    id: UUID
    state: str
    entered_by: str
    entered_at: dt.datetime
    due_at: dt.datetime | None
    left_at: dt.datetime | None
    voided_at: dt.datetime | None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "Stay":
        """Read a stay that the database wrote as JSON."""
        instants = {name: dt.datetime.fromisoformat(row[name]) if row[name] else None for name in ("due_at", "left_at", "voided_at")}
        return cls(UUID(row["id"]), row["state"], row["entered_by"], dt.datetime.fromisoformat(row["entered_at"]), **instants)


def problems(final: Stay, *, now: dt.datetime, has_newer: bool, calendar: Calendar) -> Iterator[Problem]:
    """Say why the end of a case stands, if it does."""
    last_day = working_day(WITHIN, after=day_in_london(final.entered_at), calendar=calendar)
    if day_in_london(now) > last_day:
        yield Problem(ErrorCode.REFUSED, TOO_LATE, ("caseId",), "correctable_for_twenty_working_days")
    if final.entered_by in TAKEN_OVER:
        yield Problem(ErrorCode.REFUSED, WITH_SOCIAL_CARE, ("caseId",), "not_after_social_care")
    if final.entered_by in SIGNED_OFF:
        yield Problem(ErrorCode.REFUSED, WITH_ITS_ASSESSMENT, ("caseId",), "not_after_sign_off")
    if has_newer:
        yield Problem(ErrorCode.REFUSED, NEWER, ("caseId",), "no_newer_case")


def counted(stays: Sequence[Stay]) -> list[Stay]:
    """Return the stays before the final one, oldest first, but for those that a correction made void before."""
    return [each for each in stays[:-1] if each.voided_at is None]


def gone_on(stays: Sequence[Stay], *, now: dt.datetime, calendar: Calendar) -> dict[str, Any]:
    """Return the columns of a case that goes on in the last of some stays, due when it was due there."""
    former = stays[-1]
    return {
        "state": former.state,
        "entered_at": now,
        "due_at": former.due_at,
        "closed_at": None,
        "reason": None,
        **(paused_again(stays, calendar) if former.state == PAUSED else dict.fromkeys(("paused_from", "pause_until", "days_left"))),
    }


def paused_again(stays: Sequence[Stay], calendar: Calendar) -> dict[str, Any]:
    """Return what the pause kept in which a case was ended: where it came from, until when, and how much of its time was left there."""
    before = next(each for each in reversed(stays) if each.state != PAUSED)
    assert before.left_at
    until = stays[-1].due_at
    left = working_days_left(before.due_at, at=before.left_at, calendar=calendar) if before.due_at else None
    return {"paused_from": before.state, "pause_until": last_day_of(until) if until else None, "days_left": left}
