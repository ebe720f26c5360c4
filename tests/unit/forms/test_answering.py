"""What can be an answer to a question of each type: truth tables."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.forms.answering import FIELDS, Answering, as_stored
from service.forms.factors import Presence
from service.forms.parts import Question, Scope, Section, Type, options

TODAY = dt.date(2026, 3, 2)
YESTERDAY, TOMORROW = TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=1)
JAKE, STRANGER, NEED = UUID(int=1), UUID(int=2), UUID(int=3)
OPTIONS = options(yes="Yes", perhaps="Perhaps")


def asked(type_: Type, **given: Any) -> Section:
    offered = OPTIONS if type_ in (Type.CHOICE, Type.CHOICES) else ()
    question = Question(key="it", label="What is it?", type=type_, options=offered, **given)
    return Section("one", "One", Scope.FAMILY, (question,))


def problems(section: Section, *answers: Any) -> list[tuple[str, str]]:
    reading = Answering(section, today=TODAY, family={JAKE})
    reading.read([{"question": "it", **answer} for answer in answers])
    return [(".".join(each.path), each.code) for each in reading.problems]


@pytest.mark.parametrize(
    ("type_", "answer"),
    [
        (Type.TEXT, {"text": "x" * 200}),
        (Type.LONG_TEXT, {"text": "One.\nTwo."}),
        (Type.DATE, {"date": TODAY}),
        (Type.YES_NO, {"yes": False}),
        (Type.CHOICE, {"choice": "perhaps"}),
        (Type.CHOICES, {"choices": ["yes", "perhaps"]}),
        (Type.SCALE, {"scale": 0}),
        (Type.SCALE, {"scale": 10}),
        (Type.SCALE, {"not_asked": "He was asleep."}),
        (Type.TOPIC, {"strengths": "A.", "needs": "B."}),
        (Type.TOPIC, {"not_explored": "Later."}),
        (Type.PEOPLE, {"people": [{"person_id": JAKE}]}),
        (Type.AGENCIES, {"agencies": [{"agency": "School", "since": YESTERDAY}, {"agency": "GP"}]}),
        (Type.FACTORS, {"factors": [{"factor": "neglect", "presence": "present"}]}),
        (Type.PROTECTIVE_FACTORS, {"protective_factors": [{"factor": "school", "strength": "some"}]}),
        (Type.NEED_LINKS, {"need_links": [{"need_id": NEED, "version": 1, "brought_in": True}]}),
    ],
)
def test_takes_an_answer_of_its_type(type_: Type, answer: Any) -> None:
    assert problems(asked(type_), answer) == []


@pytest.mark.parametrize(
    ("type_", "answer", "where"),
    [
        (Type.TEXT, {"text": "One.\nTwo."}, ["text"]),
        (Type.DATE, {"date": TOMORROW}, ["date"]),
        (Type.CHOICE, {"choice": "no"}, ["choice"]),
        (Type.CHOICES, {"choices": ["yes", "no"]}, ["choices.1"]),
        (Type.SCALE, {"scale": 11}, ["scale"]),
        (Type.SCALE, {"scale": -1}, ["scale"]),
        (Type.SCALE, {"scale": 3, "not_asked": "Asleep."}, ["notAsked"]),
        (Type.PEOPLE, {"people": [{"person_id": STRANGER}]}, ["people.0.personId"]),
        (Type.PEOPLE, {"people": [{"person_id": JAKE}, {"person_id": JAKE}]}, ["people.1.personId"]),
        (Type.AGENCIES, {"agencies": [{"agency": "School", "since": TOMORROW}]}, ["agencies.0.since"]),
        (Type.FACTORS, {"factors": [{"factor": "weather", "presence": "present"}]}, ["factors.0.factor"]),
        (Type.PROTECTIVE_FACTORS, {"protective_factors": [{"factor": "school"}, {"factor": "school"}]}, ["protectiveFactors.1.factor"]),
        (Type.NEED_LINKS, {"need_links": [{"need_id": NEED}, {"need_id": NEED}]}, ["needLinks.1.needId"]),
    ],
)
def test_refuses_what_cannot_be_and_says_where(type_: Type, answer: Any, where: list[str]) -> None:
    assert problems(asked(type_), answer) == [(f"answers.0.{place}", "BAD_USER_INPUT") for place in where]


def test_refuses_a_line_that_is_too_long_with_its_limit() -> None:
    assert problems(asked(Type.TEXT), {"text": "x" * 201}) == [("answers.0.text", "TOO_LONG")]


def test_takes_a_date_ahead_where_the_question_says_so() -> None:
    assert problems(asked(Type.DATE, future=True), {"date": TOMORROW}) == []


@pytest.mark.parametrize("type_", Type)
def test_refuses_every_type_without_an_answer_and_in_the_fields_of_another(type_: Type) -> None:
    other = "choice" if type_ is not Type.CHOICE else "text"

    assert problems(asked(type_), {}) == [("answers.0", "BAD_USER_INPUT")]
    assert ("answers.0." + other, "BAD_USER_INPUT") in problems(asked(type_), {other: "yes"})
    assert type_ in FIELDS


def test_refuses_an_empty_list() -> None:
    assert problems(asked(Type.CHOICES), {"choices": []}) == [("answers.0", "BAD_USER_INPUT")]


def test_refuses_a_question_that_is_not_there_and_one_that_is_answered_twice() -> None:
    assert problems(asked(Type.TEXT), {"question": "that", "text": "A."}) == [("answers.0.question", "BAD_USER_INPUT")]
    assert problems(asked(Type.TEXT), {"text": "A."}, {"text": "B."}) == [("answers.1.question", "BAD_USER_INPUT")]


def test_keeps_an_answer_as_json_can_say_it() -> None:
    given = {"it": {"agencies": [{"agency": "GP", "since": TODAY, "contact": None}], "person_id": JAKE, "presence": Presence.PRESENT}}

    assert as_stored(given) == {
        "it": {"agencies": [{"agency": "GP", "since": "2026-03-02"}], "person_id": str(JAKE), "presence": "present"}
    }
