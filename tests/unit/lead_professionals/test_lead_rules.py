"""Who can be lead professional."""

from uuid import UUID

import pytest

from service.errors import AlreadyDone
from service.lead_professionals.rules import problems, refuse_the_same

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
