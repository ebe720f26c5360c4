"""What can be said of a relationship, and who has parental responsibility on a day."""

import datetime as dt
from typing import Any
from uuid import UUID

import orjson
import pytest

from service.relationships.rules import Responsible, has_responsibility, people_problems, problems, read_responsible

TODAY = dt.date(2026, 3, 2)
DAY = dt.timedelta(days=1)
JAKE, MIA, TOM, SARAH = (UUID(int=n) for n in range(1, 5))


@pytest.mark.parametrize(
    ("responsibility", "first", "last", "expected"),
    [
        ("has", None, None, True),
        ("has", TODAY, None, True),
        ("has", TODAY + DAY, None, False),
        ("has", None, TODAY, True),
        ("has", None, TODAY - DAY, False),
        ("has", TODAY - DAY, TODAY + DAY, True),
        ("has_not", None, None, False),
        ("not_known", None, None, None),
    ],
)
def test_somebody_has_it_from_its_first_day_to_its_last(
    responsibility: str, first: dt.date | None, last: dt.date | None, expected: bool | None
) -> None:
    assert Responsible(JAKE, TOM, responsibility, first, last).on(TODAY) is expected


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ([], None),
        (["not_known"], None),
        (["has_not"], False),
        (["has"], True),
        (["not_known", "has_not"], False),
        (["has_not", "has"], True),
        (["ended"], False),
        (["ended", "has"], True),
        (["ended", "not_known"], False),
    ],
)
def test_one_record_that_gives_it_is_enough(recorded: list[str], expected: bool | None) -> None:
    ended = Responsible(JAKE, TOM, "has", until_on=TODAY - DAY)
    records = [ended if each == "ended" else Responsible(JAKE, TOM, each) for each in recorded]

    assert has_responsibility(records, child=JAKE, relative=TOM, day=TODAY) is expected


def test_it_is_for_one_child_and_of_one_relative() -> None:
    records = [Responsible(JAKE, TOM, "has")]

    assert has_responsibility(records, child=MIA, relative=TOM, day=TODAY) is None
    assert has_responsibility(records, child=JAKE, relative=SARAH, day=TODAY) is None


def test_reads_what_the_statement_gathered() -> None:
    row = {"child": str(JAKE), "relative": str(TOM), "responsibility": "has", "from_on": "2026-03-02", "until_on": None}

    assert read_responsible(orjson.dumps([row]).decode()) == [Responsible(JAKE, TOM, "has", TODAY)]


SAID: dict[str, Any] = {"responsibility": "has", "basis": "birth", "from_on": None, "until_on": None}
NONE: dict[str, Any] = {**SAID, "responsibility": "has_not", "basis": None}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (SAID, []),
        (NONE, []),
        ({**NONE, "responsibility": "not_known"}, []),
        ({**SAID, "basis": None}, ["basis"]),
        ({**NONE, "basis": "birth"}, ["basis"]),
        ({**NONE, "from_on": TODAY}, ["fromOn"]),
        ({**NONE, "until_on": TODAY}, ["untilOn"]),
        ({**SAID, "from_on": TODAY, "until_on": TODAY}, []),
        ({**SAID, "from_on": TODAY + DAY}, ["fromOn"]),
        ({**SAID, "until_on": TODAY + 400 * DAY}, []),
        ({**SAID, "from_on": TODAY, "until_on": TODAY - DAY}, ["untilOn"]),
    ],
)
def test_responsibility_has_a_basis_and_days_that_fit(said: dict[str, Any], wrong: list[str]) -> None:
    assert [problem.path[0] for problem in problems(said, today=TODAY)] == wrong


@pytest.mark.parametrize(
    ("child", "relative", "kind", "wrong"),
    [
        ("child", TOM, "adult", []),
        ("unborn_child", TOM, "adult", []),
        ("young_person", MIA, "child", []),
        ("child", TOM, None, ["relativeId"]),
        ("child", JAKE, "child", ["relativeId"]),
        ("child", MIA, "unborn_child", ["relativeId"]),
        ("adult", TOM, "adult", ["personId"]),
    ],
)
def test_a_relationship_is_of_a_child_to_somebody_else(child: str, relative: UUID, kind: str | None, wrong: list[str]) -> None:
    assert [problem.path[0] for problem in people_problems({"id": JAKE, "kind": child}, relative, kind)] == wrong
