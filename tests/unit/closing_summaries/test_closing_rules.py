"""What must be said of how a family was told of the ending."""

import datetime as dt

import pytest

from service.closing_summaries.rules import told_problems

OPENED, TODAY = dt.date(2026, 1, 5), dt.date(2026, 3, 2)
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("told_on", "how", "why_not", "wrong"),
    [
        (TODAY, "At home.", None, []),
        (OPENED, "At home.", None, []),
        (None, None, "They moved.", []),
        (None, None, None, ["toldOn"]),
        (None, "At home.", None, ["toldOn"]),
        (TODAY, None, None, ["how"]),
        (TODAY, "At home.", "They moved.", ["whyNot"]),
        (None, "At home.", "They moved.", ["whyNot"]),
        (TOMORROW, "At home.", None, ["toldOn"]),
        (TOMORROW, None, None, ["how", "toldOn"]),
        (dt.date(2026, 1, 4), "At home.", None, ["toldOn"]),
    ],
)
def test_a_family_was_told_on_a_day_and_somehow_or_there_is_a_reason(
    told_on: dt.date | None, how: str | None, why_not: str | None, wrong: list[str]
) -> None:
    found = told_problems(told_on=told_on, how=how, why_not=why_not, opened=OPENED, today=TODAY)

    assert [problem.path[0] for problem in found] == wrong
