"""What can be an answer to a question: read from what was given, or refused with a sentence for each thing that is wrong. Pure."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from service.errors import ErrorCode, Problem
from service.forms.factors import FACTORS, PROTECTIVE
from service.forms.parts import Answers, Option, Question, Section, Type

Given = Mapping[str, Any]
SHORT, MOST = 200, 10
TODAY_OR_BEFORE = "This cannot lie ahead. Give today or a day before."


class Answering:
    """Reads the answers of one section on one day; `family`: who may be named in them. Problems gather, all at once."""

    def __init__(self, section: Section, *, today: dt.date, family: Collection[UUID]) -> None:
        self.section, self.today, self.family = section, today, family
        self.problems: list[Problem] = []

    def read(self, given: Sequence[Given]) -> dict[str, Given]:
        """Return the answers by the keys of their questions; look at `problems` before they are used."""
        found: dict[str, Given] = {}
        for index, each in enumerate(given):
            key, answer = each["question"], {name: value for name, value in each.items() if name != "question" and value is not None}
            question = self.section.question(key)
            if question is None:
                self.refuse(index, "question", f"This section has no question {key}. Ask the form for its questions.")
            elif key in found:
                self.refuse(index, "question", "Answer each question once.")
            else:
                found[key] = answer
                self.problems += problems_of(question, answer, ("answers", str(index)), self)
        return found

    def refuse(self, index: int, field: str, message: str) -> None:
        """Note what is wrong with an answer."""
        self.problems.append(Problem(ErrorCode.BAD_USER_INPUT, message, ("answers", str(index), field)))


FIELDS: Mapping[Type, tuple[str, ...]] = {
    Type.TEXT: ("text",),
    Type.LONG_TEXT: ("text",),
    Type.DATE: ("date",),
    Type.YES_NO: ("yes",),
    Type.CHOICE: ("choice",),
    Type.CHOICES: ("choices",),
    Type.SCALE: ("scale", "not_asked"),
    Type.TOPIC: ("strengths", "needs", "not_explored"),
    Type.PEOPLE: ("people",),
    Type.AGENCIES: ("agencies",),
    Type.FACTORS: ("factors",),
    Type.PROTECTIVE_FACTORS: ("protective_factors",),
    Type.NEED_LINKS: ("need_links",),
}
"""In which fields each kind of answer stands; all but the topic's exclude one another."""

Found = Iterator[tuple[tuple[str, ...], str]]
Check = Callable[[Question, Given, Answering], Found]


def problems_of(question: Question, answer: Given, path: tuple[str, ...], asking: Answering) -> Iterator[Problem]:
    """Say what is wrong with an answer, and where."""
    fields = FIELDS[question.type]
    spelled = " or ".join(camel(name) for name in fields)
    for name in answer:
        if name not in fields:
            yield Problem(ErrorCode.BAD_USER_INPUT, f"This question is answered by {spelled}.", (*path, camel(name)))
    filled = [name for name in fields if answer.get(name) not in (None, [])]
    if not filled:
        yield Problem(ErrorCode.BAD_USER_INPUT, f"Answer by {spelled}, or leave the question out.", path)
        return
    if check := CHECKS.get(question.type):
        yield from (problem(said, (*path, *where)) for where, said in check(question, answer, asking))


def problem(said: str, path: tuple[str, ...]) -> Problem:
    """Make a problem; a limit that is passed has a code of its own."""
    return Problem(ErrorCode.TOO_LONG if said.startswith("Write at most") else ErrorCode.BAD_USER_INPUT, said, path)


def camel(name: str) -> str:
    """Spell a field as the contract does."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def one_line(question: Question, answer: Given, asking: Answering) -> Found:
    """Say why a text is not one short line."""
    text = answer["text"]
    if len(text) > SHORT:
        yield ("text",), f"Write at most {SHORT} characters; these are {len(text):,}."
    if len(text.splitlines()) > 1:
        yield ("text",), "Write this on one line."


def day(question: Question, answer: Given, asking: Answering) -> Found:
    """Say why a date cannot be."""
    if not question.future and answer["date"] > asking.today:
        yield ("date",), TODAY_OR_BEFORE


def choice(question: Question, answer: Given, asking: Answering) -> Found:
    """Say that a word is not offered."""
    yield from not_offered(("choice",), answer["choice"], question.options)


def choices(question: Question, answer: Given, asking: Answering) -> Found:
    """Say which words are not offered."""
    for index, word in enumerate(answer["choices"]):
        yield from not_offered(("choices", str(index)), word, question.options)


def not_offered(path: tuple[str, ...], word: str, options: Sequence[Option]) -> Found:
    """Say that a word is none of those that are offered, and name them."""
    if word not in {each.key for each in options}:
        yield path, f"Choose one of {', '.join(each.key for each in options)}."


def scale(question: Question, answer: Given, asking: Answering) -> Found:
    """Say why a number is none of the scale, or cannot stand beside the reason why there is none."""
    if "scale" in answer and "not_asked" in answer:
        yield ("notAsked",), "Give the number, or say why it was not asked; not both."
    if not 0 <= answer.get("scale", 0) <= MOST:
        yield ("scale",), f"Give a whole number from 0 to {MOST}."


def people(question: Question, answer: Given, asking: Answering) -> Found:
    """Say who does not belong to the family, or is named twice."""
    named = [each["person_id"] for each in answer["people"]]
    for index, person in enumerate(named):
        path = ("people", str(index), "personId")
        if person not in asking.family:
            yield path, "There is nobody by this id on the case or in its household."
        elif person in named[:index]:
            yield path, "Name each person once."


def agencies(question: Question, answer: Given, asking: Answering) -> Found:
    """Say since when an agency cannot have been helping."""
    for index, each in enumerate(answer["agencies"]):
        if each.get("since") and each["since"] > asking.today:
            yield ("agencies", str(index), "since"), TODAY_OR_BEFORE


def factors(question: Question, answer: Given, asking: Answering) -> Found:
    """Say which factors the risk tool does not have, or are named twice."""
    yield from each_once("factors", [each["factor"] for each in answer["factors"]], FACTORS)


def protective_factors(question: Question, answer: Given, asking: Answering) -> Found:
    """Say which protective factors the risk tool does not have, or are named twice."""
    yield from each_once("protectiveFactors", [each["factor"] for each in answer["protective_factors"]], PROTECTIVE)


def each_once(field: str, named: Sequence[str], offered: Sequence[Option]) -> Found:
    """Say which words of a list are not offered or are there twice."""
    for index, word in enumerate(named):
        yield from not_offered((field, str(index), "factor"), word, offered)
        if word in named[:index]:
            yield (field, str(index), "factor"), "Name each factor once."


def need_links(question: Question, answer: Given, asking: Answering) -> Found:
    """Say which needs are named twice."""
    named = [each["need_id"] for each in answer["need_links"]]
    for index, need in enumerate(named):
        if need in named[:index]:
            yield ("needLinks", str(index), "needId"), "Name each need once."


CHECKS: Mapping[Type, Check] = {
    Type.TEXT: one_line,
    Type.DATE: day,
    Type.CHOICE: choice,
    Type.CHOICES: choices,
    Type.SCALE: scale,
    Type.PEOPLE: people,
    Type.AGENCIES: agencies,
    Type.FACTORS: factors,
    Type.PROTECTIVE_FACTORS: protective_factors,
    Type.NEED_LINKS: need_links,
}


def as_stored(answers: Mapping[str, Given]) -> Answers:
    """Return the answers without what was left empty, in the one form in which they are kept and compared."""
    return {key: {name: tidy(value) for name, value in answer.items()} for key, answer in answers.items()}


def tidy(value: Any) -> Any:
    """Spell a value as JSON keeps it."""
    if isinstance(value, list):
        return [tidy(each) for each in value]
    if isinstance(value, Mapping):
        return {name: tidy(each) for name, each in value.items() if each is not None}
    return str(value) if isinstance(value, dt.date | UUID) else value
