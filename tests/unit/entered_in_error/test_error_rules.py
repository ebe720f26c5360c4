"""What can become of an entry that is said to be wrong."""

from typing import Any
from uuid import UUID

import pytest

from service.access.rules import Action, Standing, is_allowed
from service.entered_in_error import rules
from service.entered_in_error.nouns import OF_CASES, OF_PEOPLE
from service.entered_in_error.types import EntryNoun
from service.errors import AlreadyDone, Refused

WRONG, RIGHT, PRIYA, DAWN = (UUID(int=n) for n in range(1, 5))
MARK: dict[str, Any] = {"outcome": None, "marked_by": PRIYA}


def test_an_entry_is_struck_when_the_mark_is_confirmed_and_not_before() -> None:
    rules.refuse_struck({"in_error_at": None})
    with pytest.raises(Refused):
        rules.refuse_struck({"in_error_at": "2026-03-01"})


@pytest.mark.parametrize(
    ("mark", "error"),
    [(None, Refused), ({**MARK, "outcome": "confirmed"}, AlreadyDone), (MARK, None)],
)
def test_a_second_look_needs_a_mark_that_waits_for_one(mark: dict[str, Any] | None, error: type[Exception] | None) -> None:
    if error is None:
        assert rules.waiting(mark) == mark
        return
    with pytest.raises(error):
        rules.waiting(mark)


def test_an_entry_has_one_mark() -> None:
    rules.refuse_marked(None)
    with pytest.raises(AlreadyDone):
        rules.refuse_marked(MARK)


@pytest.mark.parametrize(
    ("instead", "found", "code"),
    [(None, False, None), (RIGHT, True, None), (RIGHT, False, "NOT_FOUND"), (WRONG, True, "BAD_USER_INPUT")],
)
def test_the_right_entry_is_another_one_that_can_be_seen(instead: UUID | None, found: bool, code: str | None) -> None:
    problem = rules.instead_problem(WRONG, instead, found=found)

    assert (problem and problem.code) == code


def test_only_who_marked_it_says_it_anew() -> None:
    rules.refuse_another_marker(MARK, PRIYA)
    with pytest.raises(Refused):
        rules.refuse_another_marker(MARK, DAWN)


def test_no_open_case_is_left_without_a_child() -> None:
    rules.refuse_last_child(0)
    with pytest.raises(Refused):
        rules.refuse_last_child(1)


@pytest.mark.parametrize("standing", Standing)
def test_who_marked_an_entry_never_confirms_it(standing: Standing) -> None:
    assert not is_allowed({standing, Standing.MARKER}, Action.CONFIRM_IN_ERROR)


def test_every_noun_has_a_column_that_says_it_does_not_count_and_a_word_of_the_contract() -> None:
    nouns = (*OF_CASES, *OF_PEOPLE)

    assert all("in_error_at" in noun.table.c for noun in nouns)
    assert {noun.word for noun in nouns} == set(EntryNoun)
