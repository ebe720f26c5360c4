"""Who can be lead professional."""

from uuid import UUID

import pytest

from service.errors import AlreadyDone, BadInput
from service.lead_professionals.rules import problems, refuse_early_handover, refuse_the_same

WORKER, NURSE = UUID(int=1), UUID(int=2)
ACTING = [{"practitioner_id": str(WORKER), "kind": "acting"}]


@pytest.mark.parametrize(
    ("is_active", "works_here", "handover", "reasons"),
    [
        (True, True, "Ring on Fridays.", []),
        (True, False, None, ["works_with_the_family"]),
        (False, True, None, ["is_active"]),
        (False, False, None, ["is_active"]),
    ],
)
def test_somebody_active_who_works_with_the_family(is_active: bool, works_here: bool, handover: str | None, reasons: list[str]) -> None:
    found = problems(ACTING, is_active=is_active, works_here=works_here, handover=handover)

    assert [problem.reason for problem in found] == reasons


def test_nobody_hands_over_where_there_is_nobody() -> None:
    [problem] = problems([], is_active=True, works_here=True, handover="Ring on Fridays.")

    assert problem.path == ("handover",)


def test_an_acting_one_can_be_agreed_and_not_act_twice() -> None:
    refuse_the_same(ACTING, WORKER, "agreed")
    refuse_the_same(ACTING, NURSE, "acting")

    with pytest.raises(AlreadyDone):
        refuse_the_same(ACTING, WORKER, "acting")


def test_what_the_next_one_has_to_know_is_said_when_the_role_ends() -> None:
    going_on, ended = {"ended_at": None}, {"ended_at": "2026-03-02T09:00:00Z"}

    refuse_early_handover(going_on, {"handover": None})
    refuse_early_handover(ended, {"handover": "Ring on Fridays."})
    with pytest.raises(BadInput, match="lead professional still"):
        refuse_early_handover(going_on, {"handover": "Ring on Fridays."})
