"""The forms that a setting's value can have: what each takes, what it refuses in which words, and how it reads. Pure."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

MOST_DAYS = 200


class Unfit(Exception):
    """A value cannot be right. Its code is stable, its text a sentence for the person who sets it."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


class Kind(Protocol):
    """The form of a value."""

    @property
    def field(self) -> str:
        """Name the field of the input that carries it."""

    @property
    def takes(self) -> str:
        """Say what it takes, to go on from "This setting takes"."""

    def read(self, given: Any) -> Any:
        """Return the value as it is kept, which JSON can hold. Raise Unfit."""

    def in_words(self, value: Any) -> str:
        """Write a kept value for a reader."""


@dataclass(frozen=True)
class Number:
    """A whole number of something."""

    least: int
    most: int
    unit: str
    field: str = "number"

    @property
    def takes(self) -> str:
        """Say what it takes."""
        return f"a whole number of {self.unit}s from {self.least} to {self.most}"

    def read(self, given: int) -> int:
        """Return a number within its limits. Raise Unfit."""
        if not self.least <= given <= self.most:
            raise Unfit("out_of_range", f"Give {self.takes}.")
        return given

    def in_words(self, value: int) -> str:
        """Write a number with its unit."""
        return f"{value} {self.unit}" + "s" * (value != 1)


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    field: str = "flag"
    takes: str = "yes or no"

    def read(self, given: bool) -> bool:
        """Return it as it is."""
        return given

    def in_words(self, value: bool) -> str:
        """Write yes or no."""
        return "yes" if value else "no"


@dataclass(frozen=True)
class Label:
    """What something is called."""

    most: int = 200
    field: str = "text"
    takes: str = "a text"

    def read(self, given: str) -> str:
        """Return a text without blanks around it. Raise Unfit."""
        if len(given.strip()) > self.most:
            raise Unfit("too_long", f"Write at most {self.most} characters.")
        return given.strip()

    def in_words(self, value: str) -> str:
        """Write it as it is."""
        return value


@dataclass(frozen=True)
class Word:
    """One of some words, each with what it means."""

    options: Mapping[str, str]
    field: str = "text"

    @property
    def takes(self) -> str:
        """Say what it takes."""
        return f"one of {', '.join(self.options)}"

    def read(self, given: str) -> str:
        """Return a word that there is. Raise Unfit."""
        return known(given, self.options)

    def in_words(self, value: str) -> str:
        """Write what the word means."""
        return self.options[value]


@dataclass(frozen=True)
class Words:
    """Any of some words, each with what it means; none too."""

    options: Mapping[str, str]
    field: str = "words"

    @property
    def takes(self) -> str:
        """Say what it takes."""
        return f"any of {', '.join(self.options)}"

    def read(self, given: Collection[str]) -> list[str]:
        """Return words that there are, each once, in the order of the options. Raise Unfit."""
        named = {known(each, self.options) for each in given}
        return [word for word in self.options if word in named]

    def in_words(self, value: Collection[str]) -> str:
        """Write what the words mean."""
        return ", ".join(self.options[word] for word in value) or "nobody"


@dataclass(frozen=True)
class Days:
    """A list of dates."""

    field: str = "days"
    takes: str = "a list of dates"

    def read(self, given: Collection[dt.date]) -> list[str]:
        """Return the dates in order, each once, as JSON spells them. Raise Unfit."""
        if len(given) > MOST_DAYS:
            raise Unfit("too_long", f"Give at most {MOST_DAYS} dates.")
        return sorted({day.isoformat() for day in given})

    def in_words(self, value: Collection[str]) -> str:
        """Write the dates for a reader."""
        days = map(dt.date.fromisoformat, value)
        return ", ".join(f"{day.day} {day:%B %Y}" for day in days) or "none"


def known(given: str, options: Collection[str]) -> str:
    """Return a word that is one of the options. Raise Unfit."""
    if given not in options:
        raise Unfit("unknown_word", f"Choose from {', '.join(options)}: there is no {given[:50]}.")
    return given
