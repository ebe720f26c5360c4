"""When the end of a case can be corrected, and where the case goes on."""

import datetime as dt
from uuid import UUID

import pytest

from service.closure_corrections.rules import Stay, counted, gone_on, problems
from service.deadlines.rules import Calendar

CALENDAR = Calendar()
MONDAY = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def stay(n: int, state: str, *, by: str = "start_review", days: int = 1, due: int | None = 30, void: bool = False) -> Stay:
    """Return the nth stay, which began n days after a Monday and lasted some days."""
    entered = MONDAY + n * DAY
    left = entered + days * DAY
    return Stay(UUID(int=n), state, by, entered, entered + due * DAY if due else None, left, left if void else None)


FINAL = stay(4, "closed", by="close", due=None)


@pytest.mark.parametrize(
    "final, now, has_newer, reasons",
    [
        (FINAL, dt.datetime(2026, 4, 7, 22, 59, tzinfo=dt.UTC), False, []),
        (FINAL, dt.datetime(2026, 4, 7, 23, tzinfo=dt.UTC), False, ["correctable_for_twenty_working_days"]),
        (FINAL, MONDAY + 5 * DAY, True, ["no_newer_case"]),
        (stay(4, "stepped_up", by="step_up"), MONDAY + 5 * DAY, False, ["not_after_social_care"]),
        (stay(4, "closed", by="return_step_down"), MONDAY + 5 * DAY, False, ["not_after_social_care"]),
        (stay(4, "closed", by="sign_off_no_plan"), MONDAY + 5 * DAY, False, ["not_after_sign_off"]),
    ],
    ids=["on the twentieth day", "the day after", "a newer case", "stepped up", "returned to social care", "signed off without a plan"],
)
def test_says_why_the_end_stands(final: Stay, now: dt.datetime, has_newer: bool, reasons: list[str]) -> None:
    assert [each.reason for each in problems(final, now=now, has_newer=has_newer, calendar=CALENDAR)] == reasons


def test_goes_on_in_the_last_state_before_the_end_due_as_it_was() -> None:
    stays = [stay(0, "plan_active", by="start_plan"), stay(1, "reviewing", days=3), FINAL]

    columns = gone_on(counted(stays), now=MONDAY + 9 * DAY, calendar=CALENDAR)

    assert (columns["state"], columns["entered_at"], columns["due_at"]) == ("reviewing", MONDAY + 9 * DAY, MONDAY + 31 * DAY)
    assert columns["closed_at"] is columns["reason"] is columns["paused_from"] is None


def test_a_final_stay_that_was_void_before_is_not_gone_back_to() -> None:
    stays = [stay(0, "reviewing"), stay(1, "closed", by="close", void=True), stay(2, "reviewing", by="correct_closure", days=2), FINAL]

    assert [each.state for each in counted(stays)] == ["reviewing", "reviewing"]


def test_a_pause_goes_on_with_what_it_kept() -> None:
    stays = [stay(0, "plan_active", by="start_plan", due=7), stay(1, "paused", by="pause", days=3, due=14), FINAL]

    columns = gone_on(counted(stays), now=MONDAY + 9 * DAY, calendar=CALENDAR)

    assert (columns["state"], columns["paused_from"], columns["days_left"]) == ("paused", "plan_active", 4)
    assert columns["pause_until"] == dt.date(2026, 3, 17)
