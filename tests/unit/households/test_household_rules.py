"""Who can be what in a household."""

import pytest

from service.households.rules import member_problem, problems, role_fault

KINDS = ("unborn_child", "child", "young_person", "adult")
FITS = {
    "child": (True, True, True, False),
    "parent_or_carer": (False, True, True, True),
    "sibling_adult": (False, False, True, True),
    "grandparent": (False, False, False, True),
    "other_adult": (False, False, True, True),
}


@pytest.mark.parametrize(
    ("role", "kind", "fits"), [(role, kind, fit) for role, row in FITS.items() for kind, fit in zip(KINDS, row, strict=True)]
)
def test_a_role_fits_a_kind(role: str, kind: str, fits: bool) -> None:
    assert (role_fault(kind, role) is None) is fits


def test_somebody_who_is_not_seen_is_not_found_whatever_the_role() -> None:
    problem = member_problem(None, "child")

    assert problem and (problem.code, problem.path) == ("NOT_FOUND", ("personId",))


def test_a_list_says_which_member_does_not_fit() -> None:
    members = [{"person_id": 1, "role": "parent_or_carer"}, {"person_id": 2, "role": "child"}, {"person_id": 3, "role": "child"}]

    found = list(problems(members, {1: "adult", 2: "adult"}))

    assert [problem.path for problem in found] == [("members", "1", "role"), ("members", "2", "personId")]


def test_each_person_is_named_once() -> None:
    twice = [{"person_id": 1, "role": "child"}, {"person_id": 1, "role": "child"}]

    assert [problem.path for problem in problems(twice, {1: "child"})] == [("members", "1", "personId")]
