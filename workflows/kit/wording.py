"""How facts are written into the sentences of guards, in plain English."""

import datetime as dt
from typing import NamedTuple


class Gap(NamedTuple):
    """A part of a form in which something is missing, and the child whom that part is about; none in a part about the family."""

    part: str
    child: str | None = None


def in_words(value: object) -> str:
    """Write a fact for a reader: names joined in plain English, gaps part by part, a date as 9 June 2026."""
    if isinstance(value, tuple):
        return joined(parts_of(value))
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    return str(value)


def joined(names: list[str]) -> str:
    """Join names with commas and a last "and", or with semicolons where a name holds either itself."""
    if any("," in name or " and " in name for name in names):
        return "; ".join(names)
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def parts_of(values: tuple[object, ...]) -> list[str]:
    """Name each value; gaps in one part are named together, with the children whom they are about."""
    children: dict[str, list[str]] = {}
    for value in values:
        gap = value if isinstance(value, Gap) else Gap(str(value))
        children.setdefault(gap.part, []).extend([gap.child] if gap.child else [])
    return [f"{part} ({joined(names)})" if names else part for part, names in children.items()]


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def counted(n: int, noun: str) -> str:
    """Write how many there are of something, a number below ten as a word."""
    return f"{NUMBERS[n] if n < len(NUMBERS) else n} {noun}" + "s" * (n != 1)


def is_one(value: object) -> bool:
    """Tell whether a fact is a single thing: the number one, or a list with one name."""
    return len(value) == 1 if isinstance(value, tuple) else value == 1 and value is not True
