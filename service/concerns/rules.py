"""What a correction of a concern or of social care's decision must say, and when no answer is an answer. Pure."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from service.errors import ErrorCode, Problem

CHASERS = 2
"""How many chasers have to have gone before a manager can record that no answer came."""

CONCERN = ("urgency", "worry", "told_family_or_why_not", "entered_wrongly")
CONCERN_FILLED = {"urgency": "urgency", "worry": "concern", "told_family_or_why_not": "toldFamilyOrWhyNot"}
CONCERN_FILLED |= {"entered_wrongly": "enteredWrongly"}
CHASER = ("to_whom", "note", "entered_wrongly")
CHASER_FILLED = {"to_whom": "toWhom", "entered_wrongly": "enteredWrongly"}
DECISION = ("route", "decided_by", "decided_on", "why", "advice", "disagreement", "reference", "entered_wrongly")
DECISION_FILLED = {"decided_by": "decidedBy", "decided_on": "decidedOn", "entered_wrongly": "enteredWrongly"}


def no_answer_problems(data: Mapping[str, Any], *, chased: bool, by_manager: bool) -> Iterator[Problem]:
    """Say why it cannot be recorded yet, or not by this person, that social care gave no answer."""
    if not data.get("no_answer"):
        return
    if not chased:
        yield Problem(ErrorCode.REFUSED, f"Chase social care's answer {CHASERS} times first.", ("noAnswer",), "chased_twice")
    if not by_manager:
        sentence = "Ask a manager of the team to record that no answer came."
        yield Problem(ErrorCode.NOT_PERMITTED, sentence, ("noAnswer",), "manager_records_no_answer")


def decision_problems(decision: Mapping[str, Any], *, taken: bool, today: dt.date) -> Iterator[Problem]:
    """Say what does not fit a decision: a route goes with children who are taken, a why with those who are not."""
    if taken != (decision["route"] is not None):
        sentence = "Say as what they take the child." if taken else "They take nobody: leave out as what."
        yield Problem(ErrorCode.BAD_USER_INPUT, sentence, ("route",))
    if not taken and decision["why"] is None:
        yield Problem(ErrorCode.BAD_USER_INPUT, "Say why not.", ("why",))
    if decision["decided_on"] > today:
        yield Problem(ErrorCode.BAD_USER_INPUT, "This cannot be later than today.", ("decidedOn",))
