"""Who can agree for whom, in what capacity, and until when: a truth table of each capacity."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from service.agreements.rules import CAPACITIES, Asked, last_day_of_parents, missing, problems, until, withdrawal_problems
from service.agreements.tables import Capacity
from service.households.family import Relative, read_family

NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
TODAY, OPENED = NOW.date(), NOW - dt.timedelta(days=10)


def somebody(number: int, name: str, kind: str, born: dt.date | None = None, **more: Any) -> Relative:
    return Relative(UUID(int=number), name, kind, more.pop("sex", "U"), born, **more)


def aged(age: int, kind: str = "child", number: int = 1, **more: Any) -> Relative:
    return somebody(number, "Jake", kind, TODAY.replace(year=TODAY.year - age), **{"on_case": True, "role": "child", **more})


MOTHER = somebody(2, "Sarah", "adult", role="parent_or_carer", sex="F")
GRANDMOTHER = somebody(3, "Joan", "adult", role="grandparent")
FATHER_WHO_LEFT = somebody(4, "Adam", "adult")
FATHER = somebody(5, "Adam", "adult", role="parent_or_carer", sex="M")
UNBORN = somebody(6, "Baby", "unborn_child", expected=TODAY + dt.timedelta(days=30), on_case=True)


def asked(person: Relative, giver: Relative, capacity: str, **more: Any) -> Asked:
    return Asked(**{"person": person, "giver": giver, "capacity": capacity, "answer": "agreed", "answered_at": NOW, **more})


def reasons(found: Asked) -> list[str | None]:
    return [problem.reason for problem in problems(found, opened_at=OPENED, now=NOW)]


def test_every_capacity_has_its_rule() -> None:
    assert set(CAPACITIES) == set(Capacity)


@pytest.mark.parametrize(
    ("person", "giver", "answer", "reason"),
    [
        (aged(8), MOTHER, "agreed", None),
        (aged(8), GRANDMOTHER, "agreed", "parental_responsibility"),
        (aged(8), FATHER_WHO_LEFT, "agreed", "parental_responsibility"),
        (aged(8), aged(8), "agreed", "parental_responsibility"),
        (aged(15), MOTHER, "agreed", None),
        (somebody(1, "Jake", "child", dt.date(2010, 3, 3), role="child"), MOTHER, "agreed", None),  # 16 tomorrow, and for six weeks more
        (aged(16, "young_person"), MOTHER, "agreed", "young_person_decides"),
        (aged(16, "young_person"), MOTHER, "refused", None),
        (aged(17, "young_person"), MOTHER, "agreed", "young_person_decides"),
        (aged(17, "young_person"), MOTHER, "refused", None),  # a disagreement is recorded, and changes nothing
        (aged(18, "young_person"), MOTHER, "refused", "own_information"),
        (GRANDMOTHER, MOTHER, "agreed", "own_information"),
        (UNBORN, MOTHER, "agreed", "mother_of_unborn"),
    ],
)
def test_parental_responsibility(person: Relative, giver: Relative, answer: str, reason: str | None) -> None:
    assert reasons(asked(person, giver, "parental_responsibility", answer=answer)) == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("person", "giver", "reason"),
    [
        (aged(16), aged(16), None),
        (aged(17, "young_person"), aged(17, "young_person"), None),
        (aged(15), aged(15), "young_person"),
        (aged(17), MOTHER, "own_information"),
        (MOTHER, MOTHER, "young_person"),
        (UNBORN, MOTHER, "young_person"),
    ],
)
def test_young_person(person: Relative, giver: Relative, reason: str | None) -> None:
    assert reasons(asked(person, giver, "young_person")) == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("age", "understanding", "by_manager", "reason"),
    [
        (15, "In her own words.", False, None),
        (13, "In her own words.", False, None),
        (15, None, True, "gillick"),
        (12, "In her own words.", False, "gillick_second_view"),
        (12, "In her own words.", True, None),
        (16, "In her own words.", True, "gillick"),
    ],
)
def test_gillick(age: int, understanding: str | None, by_manager: bool, reason: str | None) -> None:
    found = asked(aged(age), aged(age), "gillick", understanding=understanding, by_manager=by_manager)

    assert reasons(found) == ([reason] if reason else [])


@pytest.mark.parametrize(("person", "reason"), [(aged(14), "own_information"), (UNBORN, "mother_of_unborn"), (GRANDMOTHER, "gillick")])
def test_nobody_else_shows_that_a_child_understands(person: Relative, reason: str) -> None:
    assert reasons(asked(person, MOTHER, "gillick", understanding="In her own words.")) == [reason]


@pytest.mark.parametrize(
    ("person", "giver", "reason"),
    [
        (MOTHER, MOTHER, None),
        (MOTHER, FATHER, "own_information"),
        (aged(18, "young_person"), aged(18, "young_person"), None),
        (aged(17, "young_person"), aged(17, "young_person"), "adult_self"),
        (UNBORN, UNBORN, "adult_self"),
    ],
)
def test_adult_self(person: Relative, giver: Relative, reason: str | None) -> None:
    assert reasons(asked(person, giver, "adult_self")) == ([reason] if reason else [])


def born(days: int) -> Relative:
    return somebody(6, "Rosa", "child", TODAY - dt.timedelta(days=days), on_case=True)


@pytest.mark.parametrize(
    ("person", "giver", "reason"),
    [
        (UNBORN, MOTHER, None),
        (UNBORN, aged(15, number=7, role="parent_or_carer"), None),  # a mother can be under 16
        (UNBORN, aged(15, number=7), "mother_of_unborn"),
        (UNBORN, FATHER, "mother_of_unborn"),
        (UNBORN, FATHER_WHO_LEFT, "mother_of_unborn"),
        (born(42), MOTHER, None),
        (born(43), MOTHER, "mother_of_unborn"),
        (GRANDMOTHER, MOTHER, "own_information"),
    ],
)
def test_mother_of_an_unborn_child(person: Relative, giver: Relative, reason: str | None) -> None:
    assert reasons(asked(person, giver, "mother_of_unborn")) == ([reason] if reason else [])


def test_a_child_expected_long_ago_is_born_first() -> None:
    late = somebody(6, "Baby", "unborn_child", expected=TODAY - dt.timedelta(days=90), on_case=True)

    assert reasons(asked(late, MOTHER, "mother_of_unborn")) == ["mother_of_unborn"]


def paths(**more: Any) -> list[tuple[str, ...]]:
    found = asked(aged(8), MOTHER, "parental_responsibility", **more)
    return [problem.path for problem in problems(found, opened_at=OPENED, now=NOW)]


def test_when_somebody_can_have_answered() -> None:
    assert paths(answered_at=NOW + dt.timedelta(seconds=1)) == [("answeredAt",)]
    assert paths(answered_at=OPENED - dt.timedelta(hours=3)) == []  # the same day
    assert paths(answered_at=OPENED - dt.timedelta(days=1)) == [("answeredAt",)]


def test_which_last_day_somebody_can_have_named() -> None:
    assert paths(last_day=TODAY) == []
    assert paths(last_day=TODAY - dt.timedelta(days=1)) == [("lastDay",)]
    assert paths(last_day=TODAY, answer="refused") == [("lastDay",)]


def ends(person: Relative, capacity: str, **more: Any) -> str | None:
    found = until(asked(person, MOTHER, capacity, **more))
    return found.isoformat() if found else None


def test_an_agreement_ends_at_the_earliest_of_its_days() -> None:
    child = somebody(1, "Jake", "child", dt.date(2010, 4, 1), on_case=True)

    assert ends(child, "parental_responsibility") == "2026-05-13T23:00:00+00:00"  # 13 May, in summer
    assert ends(child, "parental_responsibility", last_day=dt.date(2026, 3, 10)) == "2026-03-11T00:00:00+00:00"
    assert ends(child, "parental_responsibility", last_day=dt.date(2027, 1, 1)) == "2026-05-13T23:00:00+00:00"
    assert ends(child, "parental_responsibility", answer="refused") is None
    assert ends(MOTHER, "adult_self") is None
    assert ends(UNBORN, "mother_of_unborn") == "2026-06-24T23:00:00+00:00"  # twelve weeks after 1 April
    assert ends(born(7), "mother_of_unborn") == "2026-04-06T23:00:00+00:00"  # six weeks after 23 February


def test_a_parents_last_day_comes_before_the_18th_birthday() -> None:
    assert last_day_of_parents(dt.date(2008, 2, 29)) == dt.date(2024, 4, 11)


def test_somebody_who_left_the_case_and_the_household_is_missing() -> None:
    assert [problem.path for problem in missing(("personId", aged(8)), ("givenById", FATHER_WHO_LEFT))] == [("givenById",)]
    assert [problem.path for problem in missing(("personId", None))] == [("personId",)]


@pytest.mark.parametrize(
    ("person", "giver", "by", "reason"),
    [
        (aged(8), MOTHER, MOTHER, None),
        (aged(8), MOTHER, FATHER, "not_theirs"),
        (aged(15), MOTHER, aged(15), "not_theirs"),
        (aged(16), MOTHER, aged(16), None),
        (MOTHER, MOTHER, FATHER, "not_theirs"),
    ],
)
def test_who_can_withdraw(person: Relative, giver: Relative, by: Relative, reason: str | None) -> None:
    found = withdrawal_problems(person, giver, by, answer="agreed", today=TODAY)

    assert [problem.reason for problem in found] == ([reason] if reason else [])


def test_a_no_cannot_be_withdrawn() -> None:
    [problem] = withdrawal_problems(aged(8), MOTHER, MOTHER, answer="refused", today=TODAY)

    assert problem.reason == "no_agreement"


def test_a_family_is_read_with_its_dates() -> None:
    key = UUID(int=9)
    row = f'[{{"id":"{key}","name":"Mia","kind":"child","sex":"F","born":"2015-09-17","expected":null,"on_case":true,"role":null}}]'

    assert read_family(row) == {key: Relative(key, "Mia", "child", "F", dt.date(2015, 9, 17), None, True, None)}
