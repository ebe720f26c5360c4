"""What a contact detail must look like, and who may know it."""

import pytest

from service.contact_details.rules import fault, problems, refuse_ended
from service.errors import AlreadyDone


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("telephone", "01632 960123", True),
        ("telephone", "+44 (0)1632 960123", True),
        ("telephone", "01632 960123 ext 12", True),
        ("telephone", "12345", False),
        ("telephone", "ask at school", False),
        ("email", "sarah@example.org", True),
        ("email", "sarah@example", False),
        ("email", "sarah example.org", False),
        ("address", "7 Harbour Street, Northmere", True),
        ("other", "@sarah", True),
    ],
)
def test_a_value_looks_like_its_kind(kind: str, value: str, fits: bool) -> None:
    assert (fault(kind, value) is None) is fits


@pytest.mark.parametrize(
    ("audience", "case_named", "wrong"),
    [
        ("everybody", False, []),
        ("case_holders", False, []),
        ("this_case", True, []),
        ("this_case", False, ["audience"]),
        ("everybody", True, []),
    ],
)
def test_what_is_kept_to_a_case_names_it(audience: str, case_named: bool, wrong: list[str]) -> None:
    detail = {"kind": "other", "value": "@sarah", "audience": audience}

    assert [problem.path[0] for problem in problems(detail, case_named=case_named)] == wrong


def test_what_has_ended_does_not_end_again() -> None:
    refuse_ended({"ended_at": None})
    with pytest.raises(AlreadyDone):
        refuse_ended({"ended_at": "2026-03-01"})
