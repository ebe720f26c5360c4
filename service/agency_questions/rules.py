"""What an agency's answer must say. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem

EDITABLE = ("question", "ground", "answer", "answered_by", "answered_on", "entered_wrongly")
ALWAYS_FILLED = {
    "question": "question",
    "ground": "ground",
    "answer": "answer",
    "answered_by": "answeredBy",
    "answered_on": "answeredOn",
    "entered_wrongly": "enteredWrongly",
}
ANSWER = ("answer", "answered_by", "answered_on")


def answer_problems(question: Mapping[str, Any], *, asked_on: dt.date, today: dt.date) -> Iterator[Problem]:
    """Say what is missing in an answer: what, who and when go together, on a day since the question."""
    given = [name for name in ANSWER if question[name] is not None]
    if 0 < len(given) < len(ANSWER):
        sentence = "Say what they answered, who answered and on which day; or leave all three out."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("answer",))
    if question["answered_on"] and not asked_on <= question["answered_on"] <= today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Choose a day from the question to today.", ("answeredOn",))
