"""What a step-down must say. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem

EDITABLE = ("social_care_reference", "social_worker", "social_worker_contact", "social_worker_id", "handover", "social_care_closed_on")
ALWAYS_FILLED = {"social_care_reference": "socialCareReference", "social_worker": "socialWorker"}
SOURCE = "5A"
"""The national code of a request that comes from social care."""


def is_open_again(before: Mapping[str, Any], after: Mapping[str, Any], *, is_handed_over: bool) -> bool:
    """Tell whether social care's case turns out to be open, while the plan here has not started yet."""
    return before["social_care_closed_on"] is not None and after["social_care_closed_on"] is None and not is_handed_over


def worker_problems(worker_id: Any, *, is_active: bool) -> Iterator[Problem]:
    """Say that nobody with an account in force is named as the social worker."""
    if worker_id and not is_active:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose somebody whose account is in force.", ("socialWorkerId",), "is_active")


def problems(closed_on: dt.date | None, *, source: Any, today: dt.date) -> Iterator[Problem]:
    """Say why a case is no step-down, or what cannot be right in it."""
    if source != SOURCE:
        sentence = "This request did not come from social care. Amend its source first, if it did."
        yield Problem(ErrorCode.REFUSED, sentence, ("caseId",), "source_is_social_care")
    if closed_on and closed_on > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("socialCareClosedOn",))
