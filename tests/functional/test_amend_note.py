"""Amending a note: its author alone, with a reason, and what it read before is kept."""

import datetime as dt
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.families import Family

NOTE = "note { id kind text revision revisions { revision kind text reason amendedBy { name } } }"
SEEN = "note { revision seen { person { id } alone ownWords } }"


@pytest.fixture
def written(api: Api, family: Family) -> str:
    """The id of a note that the worker wrote."""
    family.awaiting_agreement()
    asked = {"kind": "HOME_VISIT", "happenedOn": dt.date.today().isoformat(), "text": "Mia was at home."}
    return str(api.do("worker", "addNote", NOTE, caseId=family.case, **asked)["id"])


def refused(api: Api, who: str, note: str, **more: Any) -> list[tuple[str, str | None, list[str]]]:
    asked = {"noteId": note, "expectedRevision": 1, "reason": "The wrong child.", "text": "Jake was at home.", **more}
    return [(each["code"], each["reason"], each["path"]) for each in api.refused(who, "amendNote", NOTE, **asked)]


def test_amends_a_note_and_keeps_what_it_read(api: Api, family: Family, written: str) -> None:
    version = family.version()

    found = api.do(
        "worker", "amendNote", NOTE, noteId=written, expectedRevision=1, reason="The wrong child.", text="Jake was at home.", kind="MEETING"
    )

    assert (found["revision"], found["kind"], found["text"]) == (2, "MEETING", "Jake was at home.")
    before = {"revision": 1, "kind": "HOME_VISIT", "text": "Mia was at home.", "reason": "The wrong child."}
    assert found["revisions"] == [{**before, "amendedBy": {"name": "Priya Nair"}}]
    assert family.version() == version + 1
    assert api.events("case", family.case)[-1] == "NoteAmended"


def test_refuses_another_author_though_they_manage_the_team(api: Api, written: str) -> None:
    assert refused(api, "manager", written) == [("REFUSED", "not_the_author", ["noteId"])]


def test_refuses_an_old_revision_and_a_change_of_nothing(api: Api, written: str) -> None:
    assert refused(api, "worker", written, expectedRevision=3) == [("CONFLICT", None, ["expectedRevision"])]
    assert refused(api, "worker", written, text="Mia was at home.") == [("ALREADY_DONE", None, [])]


def test_refuses_to_empty_it_or_to_date_it_ahead(api: Api, written: str) -> None:
    ahead = (dt.date.today() + dt.timedelta(days=2)).isoformat()

    assert refused(api, "worker", written, text=None) == [("BAD_USER_INPUT", None, ["text"])]
    assert refused(api, "worker", written, happenedOn=ahead) == [("BAD_USER_INPUT", None, ["happenedOn"])]


def test_amends_who_was_seen_and_keeps_in_the_journal_who_was_named_before(api: Api, family: Family, written: str) -> None:
    asked = {"noteId": written, "reason": "I left somebody out."}
    jake, mia = ({"personId": child, "alone": True, "ownWords": f"Hello {n}."} for n, child in enumerate(family.children))
    api.do("worker", "amendNote", SEEN, **asked, expectedRevision=1, seen=[jake, mia])

    changed = {**jake, "alone": False, "ownWords": None}
    found = api.do("worker", "amendNote", SEEN, **asked, expectedRevision=2, seen=[changed, {"personId": family.mother, "alone": False}])

    assert found["revision"] == 3
    assert {each["person"]["id"]: (each["alone"], each["ownWords"]) for each in found["seen"]} == {
        family.jake: (False, None),
        family.mother: (False, None),
    }
    before = {f"person_{each['person_id']}": each["own_words"] for each in api.last_payload("case", family.case)["before"]["seen"]}
    assert before == {family.jake: "Hello 0.", family.mia: "Hello 1."}
    kept = api.do("worker", "amendNote", SEEN, **asked, expectedRevision=3, text="Jake and his mother.")
    assert len(kept["seen"]) == 2
    assert api.do("worker", "amendNote", SEEN, **asked, expectedRevision=4, seen=[])["seen"] == []


def test_refuses_the_same_people_again_strangers_and_somebody_named_twice(api: Api, family: Family, written: str) -> None:
    stranger = family.person("Noor", "ADULT")
    seen = {"personId": family.jake, "alone": True}
    api.do("worker", "amendNote", SEEN, noteId=written, expectedRevision=1, reason="Left out.", seen=[seen])

    again = {"expectedRevision": 2, "text": "Mia was at home."}
    assert refused(api, "worker", written, **again, seen=[seen]) == [("ALREADY_DONE", None, [])]
    assert refused(api, "worker", written, **again, seen=[seen, seen]) == [("BAD_USER_INPUT", None, ["seen", "1", "personId"])]
    strange = [{"personId": stranger, "alone": False}]
    assert refused(api, "worker", written, **again, seen=strange) == [("NOT_FOUND", None, ["seen", "0", "personId"])]


def test_hides_it_from_who_may_not_see_it(api: Api, written: str) -> None:
    assert refused(api, "southerner", written) == [("NOT_FOUND", None, [])]
