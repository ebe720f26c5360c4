"""What a review must say, and how far ahead the next one may lie."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.cases.rules import Cycle, Standing
from service.configuration.in_force import PUBLISHED
from service.errors import BadInput, Refused
from service.reviews.rules import every_one, judged, next_review, problems, refuse_early_view, refuse_unless_reviewed, review_limit
from workflows import WORKFLOWS

EARLY_HELP = WORKFLOWS["early-help", 1]
NOW = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
ENTERED = dt.datetime(2026, 2, 2, 10, tzinfo=dt.UTC)
BEGAN = dt.datetime(2026, 1, 26, 10, tzinfo=dt.UTC)
TODAY = NOW.date()
FIRST, SECOND, SARAH = (UUID(int=n) for n in range(1, 4))


def standing(state: str, paused_from: str | None = None, cycle: str | None = None) -> Standing:
    began = Cycle(cycle, BEGAN) if cycle else None
    return Standing(EARLY_HELP, state, ENTERED, due_at=NOW, paused_from=paused_from, next_review_on=TODAY, cycle=began)


@pytest.mark.parametrize(
    ("state", "paused_from", "cycle", "limit"),
    [
        ("planning", None, None, "2026-04-13"),
        ("assessing", None, None, "2026-04-13"),
        ("planning", None, "continue_plan", "2026-04-13"),
        ("plan_active", None, "start_plan", "2026-03-09"),
        ("plan_active", None, "continue_plan", "2026-04-20"),
        ("reviewing", None, "start_plan", "2026-05-25"),
        ("paused", "plan_active", "start_plan", "2026-04-06"),
        ("paused", "plan_active", "continue_plan", "2026-05-18"),
        ("paused", "assessing", None, "2026-04-13"),
    ],
)
def test_six_weeks_the_first_time_and_then_twelve_whatever_the_pauses(state: str, paused_from: str | None, cycle: str, limit: str) -> None:
    assert review_limit(standing(state, paused_from, cycle), now=NOW, settings=PUBLISHED) == dt.date.fromisoformat(limit)


@pytest.mark.parametrize(
    ("state", "cycle", "chosen", "due"),
    [
        ("reviewing", "start_plan", "2026-05-25", "2026-03-02T10:00"),
        ("planning", None, "2026-04-13", "2026-03-02T10:00"),
        ("plan_active", "start_plan", "2026-03-09", "2026-03-10T00:00"),
        ("plan_active", "continue_plan", "2026-03-29", "2026-03-29T23:00"),
    ],
)
def test_only_a_plan_under_way_is_due_by_its_review(state: str, cycle: str | None, chosen: str, due: str) -> None:
    day = dt.date.fromisoformat(chosen)

    found = next_review(standing(state, cycle=cycle), day, now=NOW, settings=PUBLISHED)

    assert found == {"next_review_on": day, "due_at": dt.datetime.fromisoformat(due).replace(tzinfo=dt.UTC)}


@pytest.mark.parametrize("chosen", ["2026-03-01", "2026-05-26"])
def test_refuses_a_day_past_or_beyond_the_cycle(chosen: str) -> None:
    with pytest.raises(BadInput, match="no later than 25 May 2026"):
        next_review(standing("reviewing"), dt.date.fromisoformat(chosen), now=NOW, settings=PUBLISHED)


def test_says_so_when_the_last_day_of_the_cycle_has_passed() -> None:
    late = NOW + dt.timedelta(days=30)

    with pytest.raises(BadInput, match="9 March 2026, has passed"):
        next_review(standing("plan_active", cycle="start_plan"), late.date(), now=late, settings=PUBLISHED)


def test_without_a_day_everything_stays() -> None:
    found = next_review(standing("plan_active", cycle="start_plan"), None, now=NOW, settings=PUBLISHED)

    assert found == {"next_review_on": TODAY, "due_at": NOW}


def review(**more: Any) -> dict[str, Any]:
    return {"held_on": TODAY, "agreement_reconfirmed": None, "reconfirmed_by": None, **more}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (review(), []),
        (review(held_on=TODAY + dt.timedelta(days=1)), ["heldOn"]),
        (review(held_on=dt.date(2026, 1, 1)), ["heldOn"]),
        (review(agreement_reconfirmed=False, reconfirmed_by=SARAH), []),
        (review(agreement_reconfirmed=True), ["reconfirmedById"]),
        (review(reconfirmed_by=SARAH), ["reconfirmedById"]),
        (review(agreement_reconfirmed=True, reconfirmed_by=FIRST), ["reconfirmedById"]),
    ],
)
def test_what_a_review_says_can_be(said: dict[str, Any], wrong: list[str]) -> None:
    found = problems(said, family={SARAH}, opened=dt.date(2026, 1, 2), today=TODAY)

    assert [problem.path[0] for problem in found] == wrong


def of(outcome: UUID, **more: Any) -> dict[str, Any]:
    return {"outcome_id": outcome, "result": "partly", "scale": 5, **more}


@pytest.mark.parametrize(
    ("judgements", "wrong"),
    [
        ([of(FIRST), of(SECOND, scale=None, scale_why_not="Not asked.")], []),
        ([of(FIRST), of(FIRST)], [("judgements", "1", "outcomeId")]),
        ([of(SARAH)], [("judgements", "0", "outcomeId")]),
        ([of(FIRST, scale=None)], [("judgements", "0", "scale")]),
    ],
)
def test_each_judgement_is_of_an_outcome_once(judgements: list[dict[str, Any]], wrong: list[tuple[str, ...]]) -> None:
    assert [problem.path for problem in judged(judgements, {FIRST, SECOND})] == wrong


@pytest.mark.parametrize(
    ("judgements", "said"),
    [([], "2 open outcomes are left out"), ([of(FIRST)], "One open outcome is left out"), ([of(FIRST), of(SECOND)], None)],
)
def test_a_review_leaves_no_open_outcome_out(judgements: list[dict[str, Any]], said: str | None) -> None:
    found = [problem.message for problem in every_one(judgements, [FIRST, SECOND])]

    assert [message.startswith(said or "") for message in found] == [True] * bool(said)


@pytest.mark.parametrize(
    ("state", "of_meeting", "is_refused"),
    [("reviewing", False, False), ("reviewing", True, False), ("plan_active", True, False), ("plan_active", False, True)],
)
def test_a_review_is_of_a_stay_or_of_a_meeting(state: str, of_meeting: bool, is_refused: bool) -> None:
    if not is_refused:
        refuse_unless_reviewed(state, of_meeting=of_meeting)
        return
    with pytest.raises(Refused):
        refuse_unless_reviewed(state, of_meeting=of_meeting)


@pytest.mark.parametrize(
    ("count", "is_latest", "reason"),
    [(3, True, None), (4, True, None), (2, True, "drift"), (0, True, "drift"), (3, False, "latest_review")],
)
def test_a_managers_view_is_of_the_latest_of_three(count: int, is_latest: bool, reason: str | None) -> None:
    if reason is None:
        refuse_early_view(count, is_latest=is_latest)
        return
    with pytest.raises(Refused) as refused:
        refuse_early_view(count, is_latest=is_latest)
    assert refused.value.problems[0].reason == reason


def test_a_cycle_under_way_keeps_its_cap_and_the_next_goes_by_what_is_set() -> None:
    held = PUBLISHED.with_("reviews.first", None, 1).with_("reviews.later", None, 2)

    def limit(state: str, cycle: str | None = None) -> dt.date | None:
        return review_limit(standing(state, cycle=cycle), now=NOW, settings=held)

    assert limit("plan_active", "start_plan") == dt.date(2026, 3, 9)
    assert (limit("planning"), limit("reviewing")) == (TODAY + dt.timedelta(weeks=1), TODAY + dt.timedelta(weeks=2))
