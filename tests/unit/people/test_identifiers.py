"""The national numbers, against published and worked examples, and every single mistyped digit."""

import csv
import random
from pathlib import Path

import pytest

from service.people.identifiers import FAULTS, LETTERS, check_letter, tidied

COLUMNS = {"UPN": "upn", "NHS": "nhs_number", "ULN": "uln"}
VECTORS = Path(__file__).with_name("identifier_vectors.csv")


def vectors() -> list[tuple[str, str, str]]:
    """Return column, number and what is expected of it."""
    lines = [line for line in VECTORS.read_text().splitlines() if not line.startswith("#")]
    return [(COLUMNS[row["type"]], row["value"], row["expected"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("column", "number", "expected"), [each for each in vectors() if each[2] != "unusable"])
def test_every_example(column: str, number: str, expected: str) -> None:
    assert (FAULTS[column](number) is None) is (expected == "valid")


@pytest.mark.parametrize(("column", "number", "expected"), [each for each in vectors() if each[2] == "unusable"])
def test_some_nine_digits_have_no_check_digit_at_all(column: str, number: str, expected: str) -> None:
    assert all(FAULTS[column](number.replace("?", digit)) for digit in "0123456789")


def test_the_number_that_stands_in_for_none_is_told_apart() -> None:
    assert "only stands in" in str(FAULTS["uln"]("9999999999"))


@pytest.mark.parametrize("written", ["943 476 5919", "943-476-5919", " 9434765919 ", "943\u00a0476\u20135919"])
def test_spaces_and_dashes_are_left_out(written: str) -> None:
    assert tidied(written) == "9434765919"


def test_a_pupil_number_is_kept_in_capitals() -> None:
    assert tidied("u878 4111 1701a") == "U87841111701A"


@pytest.mark.parametrize(("column", "number"), [("nhs_number", "9434765919"), ("uln", "1000000043"), ("upn", "M878411115002")])
def test_one_mistyped_digit_is_always_found(column: str, number: str) -> None:
    for place, digit in enumerate(number):
        others = set("0123456789") - {digit} if digit.isdigit() else set()
        assert all(FAULTS[column](number[:place] + other + number[place + 1 :]) for other in others)


@pytest.mark.parametrize("number", ["", "943476591", "94347659190", "943476591a", "\u0669434765919", "9434765919\n"])
def test_only_ten_plain_digits_are_a_number(number: str) -> None:
    assert FAULTS["nhs_number"](number) == "An NHS number has ten digits."
    assert FAULTS["uln"](number) == "A unique learner number has ten digits."


def test_a_learner_number_whose_digits_leave_no_remainder_is_never_issued() -> None:
    assert all(FAULTS["uln"](f"100000006{digit}") for digit in "0123456789")  # 10 times 1 and 2 times 6 are twice eleven


@pytest.mark.parametrize("authority", ["838", "839", "940", "941", "942", "943"])
def test_authorities_that_other_lists_lack_issue_pupil_numbers(authority: str) -> None:
    number = f"A{authority}123412345"

    assert FAULTS["upn"](check_letter(number) + number[1:]) is None


def test_every_check_letter_can_come_out() -> None:
    chance = random.Random(7)
    numbers = [f"A878{chance.randrange(10**9):09}" for _ in range(500)]

    found = {check_letter(number) for number in numbers}

    assert found == set(LETTERS)
