"""What an agency's answer must say."""

import datetime as dt
from typing import Any

import pytest

from service.agency_questions import rules

TODAY = dt.date(2026, 4, 2)
ASKED = TODAY - dt.timedelta(days=2)
QUESTION = dict.fromkeys(rules.EDITABLE)
ANSWERED = {**QUESTION, "answer": "On time.", "answered_by": "Helen Shaw", "answered_on": TODAY}


@pytest.mark.parametrize(
    ("question", "paths"),
    [
        (QUESTION, []),
        (ANSWERED, []),
        ({**ANSWERED, "answered_on": ASKED}, []),
        ({**ANSWERED, "answered_on": ASKED - dt.timedelta(days=1)}, [("answeredOn",)]),
        ({**ANSWERED, "answered_on": TODAY + dt.timedelta(days=1)}, [("answeredOn",)]),
        *(({**ANSWERED, name: None}, [("answer",)]) for name in rules.ANSWER),
        *(({**QUESTION, name: ANSWERED[name]}, [("answer",)]) for name in rules.ANSWER),
    ],
)
def test_an_answer_is_whole_and_of_a_day_since_the_question(question: dict[str, Any], paths: list[Any]) -> None:
    assert [each.path for each in rules.answer_problems(question, asked_on=ASKED, today=TODAY)] == paths
