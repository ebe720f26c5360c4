"""What the end of a case must say in words. Pure."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from service.errors import ErrorCode, Problem

EDITABLE = ("what_is_better", "who_helps")
ALWAYS_FILLED = {"what_is_better": "whatIsBetter", "who_helps": "whoHelps"}
"""What cannot be cleared, as a client spells it."""


def told_problems(*, told_on: dt.date | None, how: Any, why_not: Any, opened: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say what is missing where the family was told, or was not: a day and how, or a reason, and never both."""
    if why_not and (told_on or how):
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say how the family was told, or why not, and not both.", ("whyNot",))
    elif not why_not and not told_on:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say on which day the family was told, or why it was not.", ("toldOn",))
    elif told_on and not how:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say how the family was told.", ("how",))
    if told_on and not opened <= told_on <= today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose a day since the case was opened that is not later than today.", ("toldOn",))
