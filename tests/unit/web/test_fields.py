"""How what was typed is read."""

import datetime as dt

import pytest
from starlette.datastructures import FormData

from service.web import fields
from service.web.fields import FIELDS, Unread, read

TODAY = dt.date(2026, 9, 3)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "today", lambda: TODAY)


def date(day: str, month: str, year: str) -> FormData:
    """Type a date."""
    return FormData({"startedOn-day": day, "startedOn-month": month, "startedOn-year": year})


def test_a_date_is_read() -> None:
    assert read("startedOn", FIELDS["startedOn"], date(" 3", "09", "2026 ")) == "2026-09-03"
    assert read("startedOn", FIELDS["startedOn"], date("", " ", "")) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("3", "", "2026"), "The date must include a month."),
        (("3", "", ""), "The date must include a month and a year."),
        (("31", "2", "2026"), "Enter a real date, such as 3 9 2026."),
        (("three", "2", "2026"), "Enter a real date, such as 3 9 2026."),
        (("3", "2", "99999"), "Enter a real date, such as 3 9 2026."),
        (("9" * 5000, "2", "2026"), "Enter a real date, such as 3 9 2026."),
    ],
)
def test_a_date_that_is_none_says_what_to_do(typed: tuple[str, str, str], said: str) -> None:
    with pytest.raises(Unread, match=said.replace(".", r"\.")):
        read("startedOn", FIELDS["startedOn"], date(*typed))


@pytest.mark.parametrize(("day", "instant"), [("3", None), ("2", "2026-09-02T12:00:00+01:00")])
def test_an_answer_of_today_is_of_now_and_one_of_another_day_of_its_noon(day: str, instant: str | None) -> None:
    form = FormData({"answeredAt-day": day, "answeredAt-month": "9", "answeredAt-year": "2026"})

    assert read("answeredAt", FIELDS["answeredAt"], form) == instant


def test_a_text_is_kept_as_typed_but_for_the_space_around_it() -> None:
    assert read("why", FIELDS["why"], FormData({"why": "  one\r\n two \r\n"})) == "one\n two"
    assert read("why", FIELDS["why"], FormData({"why": " \r\n"})) is None
    assert read("why", FIELDS["why"], FormData()) is None


def test_a_word_that_is_not_offered_is_not_taken() -> None:
    assert read("urgency", FIELDS["urgency"], FormData({"urgency": "NOW"})) == "NOW"
    assert read("urgency", FIELDS["urgency"], FormData({"urgency": "NEVER"})) is None
    assert read("agencyAgreed", FIELDS["agencyAgreed"], FormData({"agencyAgreed": "no"})) is False
    assert read("agencyAgreed", FIELDS["agencyAgreed"], FormData()) is None


def test_who_was_seen_is_read_with_what_they_said() -> None:
    form = FormData(
        [("seen", "person_a"), ("seen", "person_b"), ("alone-person_a", "yes"), ("words-person_a", " Dogs. "), ("words-person_c", "No.")]
    )

    assert read("seen", FIELDS["seen"], form) == [
        {"personId": "person_a", "alone": True, "ownWords": "Dogs."},
        {"personId": "person_b", "alone": False, "ownWords": None},
    ]
