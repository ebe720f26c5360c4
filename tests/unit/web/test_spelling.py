"""How pages spell dates, targets, ages and names."""

import datetime as dt

import pytest

from service.web import spelling

NBSP = "\N{NO-BREAK SPACE}"
TODAY = dt.date(2026, 9, 3)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "today", lambda: TODAY)


def case(due: str | None, *, late: bool = False) -> dict[str, object]:
    """Make what is known of a case's target."""
    return {"dueAt": due, "isLate": late}


@pytest.mark.parametrize(
    ("due", "late", "words", "by"),
    [
        ("2026-09-02T23:00:00Z", True, "1 day late", "2 September 2026"),
        ("2026-08-30T23:00:00Z", True, "4 days late", "30 August 2026"),
        ("2026-09-03T23:00:00Z", False, "Due today", "3 September 2026"),
        ("2026-09-04T23:00:00Z", False, "1 day left", "4 September 2026"),
        ("2026-11-04T00:00:00Z", False, "61 days left", "3 November 2026"),
        ("2026-09-03T10:00:00Z", True, "Late", "3 September 2026"),
    ],
)
def test_a_target_counts_the_days_to_the_last_one(due: str, late: bool, words: str, by: str) -> None:
    found = spelling.target(case(due, late=late))

    assert (found.words.replace(NBSP, " "), found.is_late, (found.by or "").replace(NBSP, " ")) == (words, late, by)


def test_a_case_that_ended_has_no_target() -> None:
    assert spelling.target(case(None)) == spelling.Target("No target", is_late=False)


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        ("2026-09-03T14:40:00Z", "3 September 2026 at 3:40pm"),
        ("2026-12-03T00:05:00Z", "3 December 2026 at 12:05am"),
        ("2026-06-30T23:30:00Z", "1 July 2026 at 12:30am"),
        ("2026-12-03T12:00:00Z", "3 December 2026 at 12:00pm"),
    ],
)
def test_an_instant_is_told_by_the_clocks_in_england(instant: str, said: str) -> None:
    assert spelling.instant(instant).replace(NBSP, " ") == said


def test_a_date_and_a_number_do_not_wrap() -> None:
    assert " " not in spelling.day("2026-09-03") + spelling.plural(4, "day")


@pytest.mark.parametrize(("born", "years"), [("2015-09-03", 11), ("2015-09-04", 10), ("2016-02-29", 10), ("2026-08-01", 0)])
def test_an_age_changes_on_the_birthday(born: str, years: int) -> None:
    assert spelling.age(born) == years


@pytest.mark.parametrize(
    ("kind", "born", "expected", "said"),
    [
        ("CHILD", "2015-09-03", None, "<bdi>Mia</bdi>, 11"),
        ("CHILD", "2026-08-01", None, "<bdi>Mia</bdi>, under 1"),
        ("CHILD", None, None, "<bdi>Mia</bdi>"),
        ("UNBORN_CHILD", None, "2026-12-21", "Unborn, expected 21 December 2026"),
        ("UNBORN_CHILD", None, None, "Unborn"),
    ],
)
def test_a_child_is_told_with_their_age(kind: str, born: str | None, expected: str | None, said: str) -> None:
    person = {"kind": kind, "givenName": "Mia", "birthDate": born, "expectedOn": expected}

    assert spelling.child(person).replace(NBSP, " ") == said


def test_free_text_is_escaped_and_keeps_its_lines() -> None:
    assert spelling.paragraphs("a <b>\nc") == "<bdi>a &lt;b&gt;<br>c</bdi>"
    assert spelling.full_name({"givenName": "<i>", "familyName": "O'Hara"}) == "<bdi>&lt;i&gt; O&#39;Hara</bdi>"
    assert spelling.full_name(None) == "somebody"


@pytest.mark.parametrize(
    ("code", "said"), [("HOME_VISIT", "Home visit"), ("TriageBegun", "Triage begun"), ("GILLICK", "Gillick competence")]
)
def test_words_of_the_contract_are_written_as_people_do(code: str, said: str) -> None:
    assert spelling.word(code) == said
