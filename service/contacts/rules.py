"""What an attempt to reach the family, and an answer to the referrer, must say. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem

ATTEMPT = ("tried_on", "means", "reached", "note")
ATTEMPT_FILLED = {"tried_on": "triedOn", "means": "means", "reached": "reached"}
ANSWER = ("said", "means", "told_on", "why_not")
TOLD = ("said", "means", "told_on")


def attempt_problems(attempt: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what cannot be right in an attempt."""
    if attempt["tried_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("triedOn",))


def answer_problems(answer: Mapping[str, Any], *, today: dt.date) -> Iterator[Problem]:
    """Say what is missing in an answer: what was said, how and when; or else why nobody was told."""
    told = [name for name in TOLD if answer[name] is not None]
    if answer["why_not"] is not None and told:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say what they were told, or why they were not: not both.", ("whyNot",))
    elif answer["why_not"] is None and len(told) < len(TOLD):
        sentence = "Say what they were told, how and on which day; or say why they were not told."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("said",))
    if answer["told_on"] and answer["told_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("toldOn",))
