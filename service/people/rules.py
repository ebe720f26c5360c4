"""What can be said of a person: dates and a kind that fit each other, and numbers that pass their checks. Pure."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from service.errors import ErrorCode, Problem
from service.people.identifiers import FAULTS, NAMES, tidied
from service.spelling import camel

LATER = ("died_on", "ehc_plan_on")
"""Dates of what can only have come after the birth, but for the loss of an unborn child."""

EDITABLE = ("kind", "given_name", "family_name", "birth_date", "expected_on", "sex", "ethnicity", "nhs_number", "upn", "uln", *LATER)
REQUIRED = ("kind", "given_name", "family_name", "sex")
DATED = frozenset({"kind", "birth_date", "expected_on"})
UNBORN = "unborn_child"
OF_AGE, OLDEST = 16, 25
"""A young person is 16 or over and under 25; 25 itself with special educational needs, which the record of a person does not say."""

OVERDUE, AHEAD = dt.timedelta(weeks=4), dt.timedelta(days=310)
"""How far back and ahead an expected date can lie: an overdue child, and ten months."""


def birthday(born: dt.date, age: int) -> dt.date:
    """Return the day on which somebody reaches an age; born on 29 February, that is 1 March in a year without one."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)


def age_on(born: dt.date, day: dt.date) -> int:
    """Return the age in whole years on a day; negative before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def with_tidy_numbers(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was given, its numbers as they are stored."""
    return {name: tidied(value) if value and name in FAULTS else value for name, value in given.items()}


def amended(person: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a person after changes: the birth of an unborn child makes them a child, and takes the place of the expected date."""
    now = {name: person[name] for name in EDITABLE}
    if now["kind"] == UNBORN and changes.get("birth_date") and changes.get("kind", "child") != UNBORN:
        return {**now, "kind": "child", "expected_on": None, **changes}
    return {**now, **changes}


def problems(person: Mapping[str, Any], *, today: dt.date, changed: Collection[str] = EDITABLE) -> Iterator[Problem]:
    """Say what is missing of a person, or cannot be. Dates and kind are judged only when one of them changes: people grow older."""
    for name in REQUIRED:
        if person[name] is None:
            yield wrong("This cannot be left empty.", name)
    yield from number_problems(person)
    yield from later_problems(person, today)
    if DATED.isdisjoint(changed) or person["kind"] is None:
        return
    yield from (unborn_problems(person, today) if person["kind"] == UNBORN else born_problems(person, today))


def wrong(message: str, name: str) -> Problem:
    """Make the problem of one field."""
    return Problem(ErrorCode.BAD_USER_INPUT, message, (camel(name),))


def number_problems(person: Mapping[str, Any]) -> Iterator[Problem]:
    """Say which numbers do not pass their check, or cannot be there yet."""
    for name, fault in FAULTS.items():
        if person[name] is None:
            continue
        if person["kind"] == UNBORN:
            yield wrong("An unborn child has no number yet. Add it when the birth is recorded.", name)
        elif sentence := fault(person[name]):
            yield wrong(sentence, name)


def later_problems(person: Mapping[str, Any], today: dt.date) -> Iterator[Problem]:
    """Say which dates of what came after the birth cannot be."""
    for name in LATER:
        if person[name] and person[name] > today:
            yield wrong("This cannot be later than today.", name)
        elif person[name] and person["birth_date"] and person[name] < person["birth_date"]:
            yield wrong("This cannot be before their date of birth.", name)
    if person["ehc_plan_on"] and person["kind"] == UNBORN:
        yield wrong("An unborn child has no education, health and care plan. Leave its date out.", "ehc_plan_on")


def unborn_problems(person: Mapping[str, Any], today: dt.date) -> Iterator[Problem]:
    """Say what does not fit an unborn child; the national collections know no sex before the birth (rule 8750)."""
    expected = person["expected_on"]
    if person["birth_date"]:
        yield wrong("An unborn child has no date of birth. Say that they are a child, or leave the date out.", "birth_date")
    if expected is None:
        yield wrong("Give the date on which the child is expected.", "expected_on")
    elif not today - OVERDUE <= expected <= today + AHEAD:
        yield wrong("An expected date lies within the next ten months, or at most four weeks back.", "expected_on")
    if person["sex"] not in (None, "U"):
        yield wrong("The sex of an unborn child is recorded as unknown until the birth.", "sex")


def born_problems(person: Mapping[str, Any], today: dt.date) -> Iterator[Problem]:
    """Say what does not fit somebody who is born."""
    born = person["birth_date"]
    if person["expected_on"]:
        yield wrong("Only an unborn child has an expected date.", "expected_on")
    if born is None and person["kind"] != "adult":
        yield wrong("Give the date of birth.", "birth_date")
    if born is None:
        return
    if born > today:
        yield wrong("A date of birth cannot be later than today. A child who is expected is an unborn child.", "birth_date")
    elif sentence := age_fault(person["kind"], age_on(born, today)):
        yield wrong(sentence, "kind")


def age_fault(kind: str, age: int) -> str | None:
    """Say why a kind of person does not fit an age."""
    if kind == "child" and age >= OF_AGE:
        return f"They are {age}. A child is under 16: say that they are a young person, or an adult."
    if kind == "young_person" and not OF_AGE <= age <= OLDEST:
        return f"They are {age}. A young person is 16 to 24, or 25 with special educational needs."
    if kind == "adult" and age < OF_AGE:
        return f"They are {age}. An adult is 16 or over: say that they are a child."
    return None


def duplicates(found: Iterable[Mapping[str, Any]], numbers: Mapping[str, Any]) -> Iterator[Problem]:
    """Say who, of those whom the actor sees, has one of the numbers already."""
    for other, (name, value) in product(found, numbers.items()):
        if value and other[name] == value:
            who = f"{other['given_name']} {other['family_name']}"
            sentence = f"{who} has this {NAMES[name]} already. Use that record, or correct the number."
            yield Problem(ErrorCode.DUPLICATE, sentence, (camel(name),))
