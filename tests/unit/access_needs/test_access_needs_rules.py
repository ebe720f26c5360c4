"""What a statement of access needs must say."""

import datetime as dt
from typing import Any

import pytest

from service.access_needs.rules import problems, refuse_replaced
from service.errors import AlreadyDone

TODAY = dt.date(2026, 3, 2)
NOTHING: dict[str, Any] = {
    "language": None,
    "interpreter_needed": False,
    "communication": None,
    "physical_access": None,
    "noted_on": TODAY,
}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, ["language"]),
        ({"language": "Polish"}, []),
        ({"language": "Polish", "interpreter_needed": True}, []),
        ({"communication": "Large print."}, []),
        ({"physical_access": "A ramp."}, []),
        ({"interpreter_needed": True}, ["language"]),
        ({"interpreter_needed": True, "physical_access": "A ramp."}, ["language"]),
        ({"language": "Polish", "noted_on": TODAY + dt.timedelta(days=1)}, ["notedOn"]),
    ],
)
def test_it_says_something_and_in_which_language_an_interpreter_is_needed(said: dict[str, Any], wrong: list[str]) -> None:
    assert [problem.path[0] for problem in problems({**NOTHING, **said}, today=TODAY)] == wrong


def test_what_was_replaced_is_amended_no_more() -> None:
    refuse_replaced({"replaced_at": None})
    with pytest.raises(AlreadyDone):
        refuse_replaced({"replaced_at": "2026-03-01"})
