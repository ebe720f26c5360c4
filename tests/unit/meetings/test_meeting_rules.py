"""What the record of a meeting must say."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.meetings.rules import invited, lead_problems, problems, somebody_came

OPENED, TODAY = dt.date(2026, 1, 5), dt.date(2026, 3, 2)
PRIYA, HELEN = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("held_on", "is_refused"),
    [(TODAY, False), (OPENED, False), (TODAY + dt.timedelta(days=1), True), (OPENED - dt.timedelta(days=1), True)],
)
def test_a_meeting_was_held_while_the_case_was_open(held_on: dt.date, is_refused: bool) -> None:
    assert bool(list(problems({"held_on": held_on}, opened=OPENED, today=TODAY))) is is_refused


def test_those_who_work_with_the_family_are_invited_each_once() -> None:
    given = [{"practitioner_id": PRIYA}, {"practitioner_id": HELEN}, {"practitioner_id": PRIYA}]

    found = invited(given, {PRIYA}, column="practitioner_id", field="practitioners", path="practitionerId")

    assert [(problem.code.value, problem.path[1]) for problem in found] == [("NOT_FOUND", "1"), ("BAD_USER_INPUT", "2")]


@pytest.mark.parametrize(("presences", "is_refused"), [(["attended"], False), (["absent", "apologies"], True), ([], True)])
def test_somebody_came(presences: list[str], is_refused: bool) -> None:
    assert bool(list(somebody_came(presences))) is is_refused


@pytest.mark.parametrize(
    ("lead", "kind", "facts", "count"),
    [
        (None, "agreed", (False, False), 0),
        (PRIYA, "acting", (True, True), 0),
        (PRIYA, "agreed", (True, True), 1),
        (HELEN, "agreed", (True, True), 0),
        (HELEN, "agreed", (True, False), 1),
        (HELEN, "agreed", (False, True), 1),
    ],
)
def test_agrees_somebody_new_who_works_with_the_family(lead: UUID | None, kind: str, facts: tuple[bool, bool], count: int) -> None:
    now: list[dict[str, Any]] = [{"practitioner_id": str(PRIYA), "kind": kind}]

    found = list(lead_problems(now, lead, is_active=facts[0], works_here=facts[1]))

    assert [problem.path for problem in found] == [("agreedLeadId",)] * count
