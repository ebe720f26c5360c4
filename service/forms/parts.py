"""What a form is made of: sections and questions, whom they are asked of, and when an answer is required. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any, Protocol
from uuid import UUID

Answers = Mapping[str, Mapping[str, Any]]
"""What a section holds, by the key of the question: the fields of its answer. A question without an answer is not there."""


class Type(StrEnum):
    """What kind of answer a question takes."""

    TEXT = auto()
    LONG_TEXT = auto()
    DATE = auto()
    YES_NO = auto()
    CHOICE = auto()
    CHOICES = auto()
    SCALE = auto()
    TOPIC = auto()
    PEOPLE = auto()
    AGENCIES = auto()
    FACTORS = auto()
    PROTECTIVE_FACTORS = auto()
    NEED_LINKS = auto()


class Scope(StrEnum):
    """Of whom a section is asked."""

    FAMILY = auto()
    CHILD = auto()
    ADULT = auto()


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody of whom a section is asked; `age` in whole years on the day that counts, None for an unborn child and where nobody knows."""

    id: UUID
    name: str
    age: int | None = None
    is_unborn: bool = False


class Required(Protocol):
    """When an answer is required at submission."""

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Tell whether it is, beside the other answers of its section."""
        ...


@dataclass(frozen=True, slots=True)
class Always:
    """An answer is always required."""

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Hold whatever else was answered."""
        return True


@dataclass(frozen=True, slots=True)
class Never:
    """An answer may be left out."""

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Hold never."""
        return False


@dataclass(frozen=True, slots=True)
class IfAge:
    """An answer is required of a child of some ages, both ends among them; an unborn child has none."""

    first: int
    last: int

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Hold where the child's age is within the range."""
        return subject is not None and subject.age is not None and self.first <= subject.age <= self.last


@dataclass(frozen=True, slots=True)
class IfAnswered:
    """An answer is required where another question has a value, among several or alone."""

    question: str
    value: str

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Hold where the other answer has the value."""
        return has(answers, self.question, self.value)


@dataclass(frozen=True, slots=True)
class UnlessAnswered:
    """An answer is required where another question has been answered, and not by a value."""

    question: str
    value: str

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Hold where the other answer is there and lacks the value."""
        return self.question in answers and not has(answers, self.question, self.value)


@dataclass(frozen=True, slots=True)
class IfEmpty:
    """An answer is required where another question was left out."""

    question: str

    def holds(self, answers: Answers, subject: Subject | None) -> bool:
        """Hold where there is no other answer."""
        return self.question not in answers


def has(answers: Answers, question: str, value: str) -> bool:
    """Tell whether an answer is a word, or has it among others."""
    found = answers.get(question, {})
    return value == found.get("choice") or value in found.get("choices", ())


@dataclass(frozen=True, slots=True)
class Option:
    """One of the words that a question offers, and how it reads."""

    key: str
    label: str


def options(**labels: str) -> tuple[Option, ...]:
    """Write options in the order in which they are offered."""
    return tuple(Option(key, label) for key, label in labels.items())


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One question. `areas`: the areas of need that its answer can raise.

    `third_party`: the answer speaks of somebody who may not be the one who consents. `future`: its date may lie ahead.
    """

    key: str
    label: str
    type: Type
    hint: str = ""
    required: Required = Always()
    options: tuple[Option, ...] = ()
    areas: tuple[str, ...] = ()
    third_party: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that are saved together: once for the family, or for each child or each parent or carer."""

    key: str
    title: str
    per: Scope
    questions: tuple[Question, ...]
    not_for_unborn: bool = False

    def question(self, key: str) -> Question | None:
        """Return a question by its key, if the section has it."""
        return next((each for each in self.questions if each.key == key), None)


@dataclass(frozen=True, slots=True)
class View:
    """Where somebody's own words stand in a form, and where the reason why there are none."""

    section: str
    words: str
    why_not: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """A form. `elements`: the sections each of whose topics has to be considered; `module`: where it is written, for the lock."""

    key: str
    version: int
    title: str
    module: str
    voice: View
    views: View
    sections: tuple[Section, ...]
    elements: tuple[str, ...] = ()

    def section(self, key: str) -> Section | None:
        """Return a section by its key, if the form has it."""
        return next((each for each in self.sections if each.key == key), None)
