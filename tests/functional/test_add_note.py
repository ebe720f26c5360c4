"""Writing a note on a case."""

import datetime as dt
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.families import Family

NOTE = "note { id kind happenedOn text author { name } revision seen { person { id } alone ownWords } }"


@pytest.fixture
def home(family: Family) -> Family:
    """The family, on a case that waits for its agreement."""
    family.awaiting_agreement()
    return family


def note(home: Family, **more: Any) -> dict[str, Any]:
    today = dt.date.today().isoformat()
    return {"caseId": home.case, "kind": "HOME_VISIT", "happenedOn": today, "text": "All three were at home.", **more}


def test_adds_a_note_with_who_was_seen_and_what_they_said(api: Api, home: Family) -> None:
    seen = [{"personId": home.jake, "alone": True, "ownWords": "I like the new school."}, {"personId": home.mother, "alone": False}]
    version = home.version()

    found = api.do("worker", "addNote", NOTE, **note(home, seen=seen))

    assert (found["kind"], found["revision"], found["author"]["name"]) == ("HOME_VISIT", 1, "Priya Nair")
    words = {each["person"]["id"]: (each["alone"], each["ownWords"]) for each in found["seen"]}
    assert words == {home.jake: (True, "I like the new school."), home.mother: (False, None)}
    assert home.version() == version + 1
    assert api.events("case", home.case)[-1] == "NoteAdded"


def test_the_history_of_the_case_shows_the_text_of_a_note(api: Api, home: Family) -> None:
    api.do("worker", "addNote", NOTE, **note(home))

    asked = "query($id: ID!) { case(id: $id) { history(first: 1) { edges { node { kind note } } } } }"
    found = api.ask("worker", asked, id=home.case)["case"]["history"]["edges"]
    assert found == [{"node": {"kind": "NoteAdded", "note": "All three were at home."}}]


def test_a_case_that_has_ended_can_still_be_written_about(api: Api, home: Family) -> None:
    home.step("manager", "closeInError", reason="OPENED_IN_ERROR", note="Another family.")

    assert api.do("worker", "addNote", NOTE, **note(home))["seen"] == []


def test_refuses_a_day_ahead_strangers_and_the_same_person_twice(api: Api, home: Family) -> None:
    stranger = home.person("Noor", "ADULT")
    seen = [{"personId": each, "alone": False} for each in (home.jake, home.jake, stranger)]
    ahead = (dt.date.today() + dt.timedelta(days=2)).isoformat()

    problems = api.refused("worker", "addNote", NOTE, **note(home, happenedOn=ahead, seen=seen))

    assert [(each["code"], each["path"]) for each in problems] == [
        ("BAD_USER_INPUT", ["happenedOn"]),
        ("BAD_USER_INPUT", ["seen", "1", "personId"]),
        ("NOT_FOUND", ["seen", "2", "personId"]),
    ]


def test_refuses_a_day_before_anybody_was_born(api: Api, home: Family) -> None:
    [problem] = api.refused("worker", "addNote", NOTE, **note(home, happenedOn="1900-01-01"))

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["happenedOn"])


def test_refuses_a_text_that_is_too_long(api: Api, home: Family) -> None:
    [problem] = api.refused("worker", "addNote", NOTE, **note(home, text="a" * 20_001))

    assert (problem["code"], problem["path"]) == ("TOO_LONG", ["text"])


def test_refuses_who_may_not_and_hides_the_case_from_who_may_not_see(api: Api, home: Family) -> None:
    assert [each["code"] for each in api.refused("colleague", "addNote", NOTE, **note(home))] == ["NOT_PERMITTED"]
    assert [each["code"] for each in api.refused("southerner", "addNote", NOTE, **note(home))] == ["NOT_FOUND"]
