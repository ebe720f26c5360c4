"""What a case note can say."""

import datetime as dt
from uuid import UUID

import pytest

from service.errors import Refused
from service.notes.rules import in_order, problems, refuse_another_author, seen_problems

TODAY = dt.date(2026, 3, 2)
JAKE, MIA = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ({"kind": "meeting", "happened_on": TODAY, "text": "Held."}, []),
        ({"kind": "meeting", "happened_on": TODAY + dt.timedelta(days=1), "text": "Held."}, ["happenedOn"]),
        ({"kind": "meeting", "happened_on": dt.date(2001, 3, 2), "text": "Held."}, []),
        ({"kind": "meeting", "happened_on": dt.date(2001, 2, 28), "text": "Held."}, ["happenedOn"]),
        ({"kind": None, "happened_on": None, "text": None}, ["kind", "happenedOn", "text"]),
    ],
)
def test_a_note_is_complete_and_about_a_day_that_has_come(note: dict[str, object], wrong: list[str]) -> None:
    assert [problem.path[0] for problem in problems(note, today=TODAY)] == wrong


def test_those_of_the_family_are_seen_each_once() -> None:
    seen = [{"person_id": JAKE}, {"person_id": MIA}, {"person_id": JAKE}]

    assert [(each.code.value, each.path) for each in seen_problems(seen, {JAKE})] == [
        ("NOT_FOUND", ("seen", "1", "personId")),
        ("BAD_USER_INPUT", ("seen", "2", "personId")),
    ]


def test_the_author_alone_amends() -> None:
    refuse_another_author(JAKE, JAKE)

    with pytest.raises(Refused):
        refuse_another_author(JAKE, MIA)


def test_who_was_seen_reads_the_same_from_a_client_and_from_the_database() -> None:
    told = [{"person_id": MIA, "alone": False}, {"person_id": JAKE, "alone": True, "own_words": "Hello."}]
    kept = [
        {"person_id": str(JAKE), "alone": True, "own_words": "Hello."},
        {"person_id": str(MIA), "alone": False, "own_words": None},
    ]

    assert in_order(told) == in_order(kept)
