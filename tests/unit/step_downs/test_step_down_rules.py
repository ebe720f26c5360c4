"""What a step-down must say."""

import datetime as dt

import pytest

from service.step_downs import rules

TODAY = dt.date(2026, 4, 2)


@pytest.mark.parametrize(
    ("source", "days", "paths"),
    [
        ("5A", None, []),
        ("5A", 0, []),
        ("5A", 1, [("socialCareClosedOn",)]),
        ("2A", None, [("caseId",)]),
        ("2A", 1, [("caseId",), ("socialCareClosedOn",)]),
    ],
)
def test_a_step_down_comes_from_social_care(source: str, days: int | None, paths: list[tuple[str]]) -> None:
    closed = None if days is None else TODAY + dt.timedelta(days=days)

    assert [each.path for each in rules.problems(closed, source=source, today=TODAY)] == paths


@pytest.mark.parametrize(
    ("before", "after", "is_handed_over", "again"),
    [
        (TODAY, None, False, True),
        (TODAY, None, True, False),
        (TODAY, TODAY, False, False),
        (None, TODAY, False, False),
        (None, None, False, False),
    ],
)
def test_it_is_waited_for_again_when_social_care_had_not_closed_its_case(
    before: dt.date | None, after: dt.date | None, is_handed_over: bool, again: bool
) -> None:
    said = [{"social_care_closed_on": each} for each in (before, after)]

    assert rules.is_open_again(*said, is_handed_over=is_handed_over) is again


@pytest.mark.parametrize(("worker", "is_active", "wrong"), [(None, False, False), ("one", True, False), ("one", False, True)])
def test_the_social_worker_named_has_an_account_in_force(worker: str | None, is_active: bool, wrong: bool) -> None:
    assert bool(list(rules.worker_problems(worker, is_active=is_active))) is wrong
