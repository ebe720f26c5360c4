"""What can be said of a person: which kinds, dates and ages fit each other."""

import datetime as dt
from typing import Any

import pytest

from service.people.rules import EDITABLE, age_on, amended, birthday, duplicates, problems, with_tidy_numbers

TODAY = dt.date(2026, 3, 2)


def person(kind: str = "child", **given: Any) -> dict[str, Any]:
    named = {"kind": kind, "given_name": "Ava", "family_name": "Lindqvist", "sex": "U"}
    return {**dict.fromkeys(EDITABLE), **named, **given}


def wrong(found: dict[str, Any], **options: Any) -> list[str]:
    return [problem.path[0] for problem in problems(found, today=TODAY, **options)]


@pytest.mark.parametrize(
    ("kind", "born", "fits"),
    [
        ("child", dt.date(2010, 3, 3), True),
        ("child", dt.date(2010, 3, 2), False),  # 16 today
        ("child", TODAY, True),
        ("young_person", dt.date(2010, 3, 3), False),
        ("young_person", dt.date(2010, 3, 2), True),
        ("young_person", dt.date(2000, 3, 3), True),  # 25 until tomorrow
        ("young_person", dt.date(2000, 3, 2), False),
        ("adult", dt.date(2010, 3, 3), False),
        ("adult", dt.date(2010, 3, 2), True),
        ("adult", dt.date(1900, 1, 1), True),
    ],
)
def test_a_kind_fits_an_age(kind: str, born: dt.date, fits: bool) -> None:
    assert wrong(person(kind, birth_date=born)) == ([] if fits else ["kind"])


@pytest.mark.parametrize(
    ("kind", "missing"), [("child", ["birthDate"]), ("young_person", ["birthDate"]), ("adult", []), ("unborn_child", ["expectedOn"])]
)
def test_only_an_adult_needs_no_date(kind: str, missing: list[str]) -> None:
    assert wrong(person(kind)) == missing


@pytest.mark.parametrize(("days", "fits"), [(-29, False), (-28, True), (0, True), (310, True), (311, False)])
def test_an_expected_date_lies_within_ten_months(days: int, fits: bool) -> None:
    found = person("unborn_child", expected_on=TODAY + dt.timedelta(days=days))

    assert wrong(found) == ([] if fits else ["expectedOn"])


def test_a_birth_cannot_lie_ahead() -> None:
    assert wrong(person(birth_date=TODAY + dt.timedelta(days=1))) == ["birthDate"]


@pytest.mark.parametrize("name", ["died_on", "ehc_plan_on"])
@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (None, True),
        (dt.date(2015, 9, 16), False),  # before the birth
        (dt.date(2015, 9, 17), True),
        (TODAY, True),
        (TODAY + dt.timedelta(days=1), False),
    ],
)
def test_what_came_after_the_birth_lies_between_it_and_today(name: str, day: dt.date | None, fits: bool) -> None:
    found = {**person(birth_date=dt.date(2015, 9, 17)), name: day}

    assert wrong(found) == ([] if fits else ["diedOn" if name == "died_on" else "ehcPlanOn"])


def test_an_unborn_child_can_be_lost_and_has_no_plan() -> None:
    found = person("unborn_child", expected_on=TODAY, died_on=TODAY)

    assert wrong(found) == []
    assert wrong({**found, "ehc_plan_on": TODAY}) == ["ehcPlanOn"]


def test_such_a_date_is_held_against_a_birth_that_is_corrected() -> None:
    found = person(birth_date=dt.date(2015, 9, 17), died_on=dt.date(2015, 9, 16))

    assert wrong(found, changed={"birth_date"}) == ["diedOn"]


def test_never_both_dates() -> None:
    assert wrong(person("unborn_child", expected_on=TODAY, birth_date=TODAY)) == ["birthDate"]
    assert wrong(person("child", expected_on=TODAY, birth_date=TODAY)) == ["expectedOn"]


def test_an_unborn_child_has_no_sex_and_no_number_yet() -> None:
    assert wrong(person("unborn_child", expected_on=TODAY, sex="F", nhs_number="9434765919")) == ["nhsNumber", "sex"]


def test_every_number_that_fails_its_check_is_named() -> None:
    numbers = {"nhs_number": "9434765918", "upn": "A878411115002", "uln": "9999999999"}

    assert wrong(person(birth_date=TODAY, **numbers)) == ["nhsNumber", "upn", "uln"]


def test_numbers_that_pass_their_checks_are_fine() -> None:
    assert wrong(person(birth_date=TODAY, nhs_number="9434765919", upn="M878411115002", uln="1000000043")) == []


def test_what_cannot_be_empty() -> None:
    assert wrong(person(birth_date=TODAY, given_name=None, sex=None)) == ["givenName", "sex"]


def test_people_grow_older_and_their_names_can_still_be_corrected() -> None:
    sixteen = person("child", birth_date=dt.date(2010, 1, 1))

    assert wrong(sixteen, changed={"given_name"}) == []
    assert wrong(sixteen, changed={"birth_date"}) == ["kind"]


def test_a_birth_makes_a_child_of_an_unborn_child() -> None:
    baby = person("unborn_child", expected_on=TODAY)

    born = amended(baby, {"birth_date": TODAY, "given_name": "Rosa"})

    assert (born["kind"], born["birth_date"], born["expected_on"], born["given_name"]) == ("child", TODAY, None, "Rosa")


def test_a_birth_recorded_by_mistake_can_be_taken_back() -> None:
    back = amended(person(birth_date=TODAY), {"kind": "unborn_child", "birth_date": None, "expected_on": TODAY})

    assert wrong(back) == []


def test_a_change_of_something_else_leaves_an_unborn_child_unborn() -> None:
    assert amended(person("unborn_child", expected_on=TODAY), {"given_name": "Rosa"})["kind"] == "unborn_child"


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (dt.date(2010, 3, 3), dt.date(2026, 3, 2), 15),
        (dt.date(2010, 3, 2), dt.date(2026, 3, 2), 16),
        (dt.date(2008, 2, 29), dt.date(2024, 2, 29), 16),
        (dt.date(2008, 2, 29), dt.date(2026, 2, 28), 17),
        (dt.date(2008, 2, 29), dt.date(2026, 3, 1), 18),
        (dt.date(2026, 3, 3), dt.date(2026, 3, 2), -1),
    ],
)
def test_an_age_is_counted_in_whole_years(born: dt.date, day: dt.date, age: int) -> None:
    assert age_on(born, day) == age


def test_a_birthday_on_29_february_is_1_march_in_other_years() -> None:
    assert birthday(dt.date(2008, 2, 29), 16) == dt.date(2024, 2, 29)
    assert birthday(dt.date(2008, 2, 29), 18) == dt.date(2026, 3, 1)


def test_only_numbers_are_tidied() -> None:
    assert with_tidy_numbers({"given_name": "Anne-Marie", "upn": "m878 411115002", "uln": None}) == {
        "given_name": "Anne-Marie",
        "upn": "M878411115002",
        "uln": None,
    }


def test_a_duplicate_is_told_by_its_own_number_alone() -> None:
    other = {"given_name": "Ava", "family_name": "Lindqvist", "nhs_number": "9434765919", "upn": None, "uln": None}

    [problem] = duplicates([other], {"nhs_number": "9434765919", "upn": None, "uln": "1000000043"})

    assert problem.path == ("nhsNumber",)
