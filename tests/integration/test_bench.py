"""The bench measures what is the same: it fills, compares byte for byte, and takes a turn of everything. No time is judged."""

import pytest

from bench.measuring import QUICK, SMALLEST, Size, TooFewCases, demand_enough, measure
from bench.table import AIMS, HEADINGS, markdown, summary


def test_service_and_hand_written_limit_answer_with_the_same_bytes(server: str) -> None:
    results = measure(server, SMALLEST)

    assert results.compared >= 20
    assert {(turn.job, turn.server) for turn in results.turns} == {(job, name) for job in AIMS for name in ("service", "limit")}
    assert summary(results)["jobs"].keys() == AIMS.keys()
    assert markdown(results).count("\n| ") == 2 * len(AIMS) + 2
    assert " | ".join(HEADINGS) in markdown(results)


def test_more_moves_than_there_are_cases_are_refused_before_anything_is_filled() -> None:
    with pytest.raises(TooFewCases, match="fewer rounds"):
        measure("postgresql://nowhere", Size(rounds=7))

    for size in (Size(), QUICK, SMALLEST):
        demand_enough(size)
