"""What an attempt and an answer to the referrer must say."""

import datetime as dt

import pytest

from service.contacts import rules

TODAY = dt.date(2026, 4, 2)
TOLD = {"said": "We go ahead.", "means": "letter", "told_on": TODAY, "why_not": None}
NOTHING = dict.fromkeys(rules.ANSWER)


@pytest.mark.parametrize(
    ("answer", "paths"),
    [
        (TOLD, []),
        ({**NOTHING, "why_not": "They gave no name."}, []),
        (NOTHING, [("said",)]),
        ({**TOLD, "means": None}, [("said",)]),
        ({**TOLD, "why_not": "They gave no name."}, [("whyNot",)]),
        ({**TOLD, "told_on": TODAY + dt.timedelta(days=1)}, [("toldOn",)]),
    ],
)
def test_a_referrer_was_told_or_it_says_why_not(answer: dict[str, object], paths: list[tuple[str]]) -> None:
    assert [each.path for each in rules.answer_problems(answer, today=TODAY)] == paths


@pytest.mark.parametrize(("days", "wrong"), [(-1, False), (0, False), (1, True)])
def test_an_attempt_is_of_a_day_that_has_come(days: int, wrong: bool) -> None:
    assert bool(list(rules.attempt_problems({"tried_on": TODAY + dt.timedelta(days=days)}, today=TODAY))) is wrong
