"""Amendments of the council's structure: what changes, what stays, what cannot be cleared; and the council's code."""

from typing import Any

import pytest

from service.changing.amending import amended
from service.council.rules import refuse_bad_code
from service.errors import AlreadyDone, BadInput

ROW = {"id": 1, "version": 3, "name": "Early Help", "job_title": "Clerk", "phone": "101"}
RULES: dict[str, Any] = {"editable": ("name", "job_title", "phone"), "always_filled": {"name": "name", "job_title": "jobTitle"}}
BEFORE = {"name": "Early Help", "job_title": "Clerk", "phone": "101"}


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ({"name": "Family Help"}, {**BEFORE, "name": "Family Help"}),
        ({"phone": None}, {**BEFORE, "phone": None}),
        ({"name": "Early Help", "phone": "102"}, {**BEFORE, "phone": "102"}),
    ],
)
def test_what_is_given_changes_and_the_rest_stays(changes: dict[str, Any], after: dict[str, Any]) -> None:
    assert amended(ROW, changes, **RULES) == (BEFORE, after)


@pytest.mark.parametrize("changes", [{}, {"name": "Early Help"}, BEFORE])
def test_refuses_what_would_change_nothing(changes: dict[str, Any]) -> None:
    with pytest.raises(AlreadyDone):
        amended(ROW, changes, **RULES)


@pytest.mark.parametrize(
    ("changes", "paths"),
    [
        ({"name": None}, [("name",)]),
        ({"job_title": None, "phone": None}, [("jobTitle",)]),
        ({"name": None, "job_title": None}, [("name",), ("jobTitle",)]),
    ],
)
def test_refuses_to_clear_what_is_always_filled_and_names_each(changes: dict[str, Any], paths: list[tuple[str, ...]]) -> None:
    with pytest.raises(BadInput) as refusal:
        amended(ROW, changes, **RULES)

    assert [problem.path for problem in refusal.value.problems] == paths


@pytest.mark.parametrize("code", ["000", "201", "878", "999"])
def test_a_code_has_three_digits(code: str) -> None:
    refuse_bad_code(code)


@pytest.mark.parametrize("code", ["", "87", "8780", "87a", " 878", "878\n", "٨٧٨", "-78"])
def test_refuses_what_is_no_code(code: str) -> None:
    with pytest.raises(BadInput) as refusal:
        refuse_bad_code(code)

    assert refusal.value.problems[0].path == ("code",)
