"""The national numbers of a person, each with its check. Pure.

UPN: Department for Education, "Unique pupil numbers: guide for schools and local authorities". NHS number: NHS Data Dictionary.
ULN: individualised learner record, rule DD01.
"""

import re
from collections.abc import Callable, Mapping

from service.people.upn_authorities import RANGES

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The check letters of a UPN, by the remainder that each stands for: I, O and S could be misread and are left out."""

WEIGHTS = range(10, 1, -1)
UNISSUED_ULN = "9999999999"
"""What a learner record is filled with while there is no number."""

BETWEEN = re.compile(r"[\s\u002d\u2010-\u2015]")
TEN_DIGITS = re.compile(r"[0-9]{10}")
PUPIL_NUMBER = re.compile(rf"[A-Z][0-9]{{11}}[0-9{LETTERS}]")


def tidied(number: str) -> str:
    """Return a number without the spaces and dashes that people write in it, its letters in capitals."""
    return BETWEEN.sub("", number).upper()


def weighed(number: str) -> int:
    """Return the sum of the first nine digits by their weights, modulo eleven."""
    return sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number, strict=False)) % 11


def nhs_number_fault(number: str) -> str | None:
    """Say what is wrong with an NHS number; a remainder of one has no check digit, and such numbers are never issued."""
    if not TEN_DIGITS.fullmatch(number):
        return "An NHS number has ten digits."
    if (11 - weighed(number)) % 11 != int(number[9]):
        return "This is not an NHS number: its check digit does not fit. Look for a mistyped digit."
    return None


def uln_fault(number: str) -> str | None:
    """Say what is wrong with a unique learner number."""
    if not TEN_DIGITS.fullmatch(number):
        return "A unique learner number has ten digits."
    if number == UNISSUED_ULN:
        return "9999999999 only stands in for a unique learner number. Leave it out until there is one."
    if (remainder := weighed(number)) == 0 or 10 - remainder != int(number[9]):
        return "This is not a unique learner number: its check digit does not fit. Look for a mistyped digit."
    return None


def upn_fault(number: str) -> str | None:
    """Say what is wrong with a unique pupil number, permanent or temporary; a temporary one ends in a letter."""
    if not PUPIL_NUMBER.fullmatch(number):
        return "A unique pupil number is a letter, then twelve digits; a temporary one ends in a letter instead. I, O and S are not used."
    if not any(first <= int(number[1:4]) <= last for first, last in RANGES):
        return f"This is not a unique pupil number: {number[1:4]} is not the code of a local authority."
    if number[0] != check_letter(number):
        return "This is not a unique pupil number: its check letter does not fit. Look for a mistyped character."
    return None


def check_letter(number: str) -> str:
    """Return the letter with which a unique pupil number has to begin."""
    values = [LETTERS.index(character) if character in LETTERS else int(character) for character in number[1:]]
    return LETTERS[sum(position * value for position, value in enumerate(values, start=2)) % len(LETTERS)]


FAULTS: Mapping[str, Callable[[str], str | None]] = {"nhs_number": nhs_number_fault, "upn": upn_fault, "uln": uln_fault}
"""The check of each number, by the column that holds it."""

NAMES: Mapping[str, str] = {"nhs_number": "NHS number", "upn": "unique pupil number", "uln": "unique learner number"}
