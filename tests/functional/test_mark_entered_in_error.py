"""Saying that an entry is wrong: it counts as before until somebody else has looked."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from tests.functional.api import Api
from tests.functional.caring import MARK, add_number, mark, record_needs, record_safe, refused, relate, set_marker
from tests.functional.families import Family


def note(home: Family) -> str:
    """Write a note; return its id."""
    given = {"kind": "HOME_VISIT", "happenedOn": dt.date.today().isoformat(), "text": "Mia was at home."}
    return str(home.api.do("worker", "addNote", "note { id }", caseId=home.case, **given)["id"])


ENTRIES: dict[str, Callable[[Family], str]] = {
    "NOTE": note,
    "AGREEMENT": lambda home: home.agree(home.jake),
    "MARKER": lambda home: set_marker(home),
    "PERSON": lambda home: home.mia,
    "RELATIONSHIP": lambda home: relate(home.api, home.jake, home.mother),
    "CONTACT_DETAIL": lambda home: add_number(home.api, home.mother),
    "SAFE_CONTACT": lambda home: record_safe(home.api, home.mother),
    "ACCESS_NEEDS": lambda home: record_needs(home.api, home.mother),
}
SEEN = "query($id: ID!) { node(id: $id) { ... on %s { inErrorAt errorMark { reason outcome markedBy { name } } } } }"
TYPES = {"NOTE": "Note", "AGREEMENT": "Agreement", "MARKER": "Marker", "PERSON": "Person", "RELATIONSHIP": "Relationship"}
TYPES |= {"CONTACT_DETAIL": "ContactDetail", "SAFE_CONTACT": "SafeContact", "ACCESS_NEEDS": "AccessNeeds"}


@pytest.fixture(params=ENTRIES)
def noun(request: pytest.FixtureRequest) -> str:
    """Each noun whose entries can be marked."""
    return str(request.param)


def test_marks_an_entry_of_each_noun_which_counts_as_before(api: Api, home: Family, noun: str) -> None:
    entry = ENTRIES[noun](home)

    found = api.do("worker", "markEnteredInError", MARK, recordId=entry, reason="The wrong family.")

    assert (found["noun"], found["recordId"], found["outcome"], found["revision"]) == (noun, entry, None, 1)
    said = {"reason": "The wrong family.", "outcome": None, "markedBy": {"name": "Priya Nair"}}
    assert api.ask("manager", SEEN % TYPES[noun], id=entry)["node"] == {"inErrorAt": None, "errorMark": said}


def test_the_mark_is_in_the_stream_of_what_the_entry_is_part_of(api: Api, home: Family) -> None:
    mark(api, set_marker(home))
    mark(api, add_number(api, home.mother))

    assert api.events("case", home.case)[-1] == api.events("person", home.mother)[-1] == "EntryMarkedInError"


def test_it_waits_for_those_who_see_the_entry(api: Api, home: Family) -> None:
    home.join("school")
    mark(api, note(home))
    mark(api, add_number(api, home.mother, audience="CASE_HOLDERS"))
    asked = "{ entriesToLookAt(first: 5) { totalCount edges { node { noun } } } }"

    waiting = {who: api.ask(who, asked)["entriesToLookAt"] for who in ("manager", "school", "southerner")}

    assert [edge["node"]["noun"] for edge in waiting["manager"]["edges"]] == ["NOTE", "CONTACT_DETAIL"]
    assert [edge["node"]["noun"] for edge in waiting["school"]["edges"]] == ["NOTE"]
    assert (waiting["school"]["totalCount"], waiting["southerner"]["totalCount"]) == (1, 0)


def test_names_the_right_entry_where_somebody_was_added_twice(api: Api, home: Family) -> None:
    twice = home.person("Mia", "CHILD", birthDate="2015-09-17")

    found = mark(api, twice, insteadId=home.mia)

    assert found["insteadId"] == home.mia


def test_refuses_a_second_mark_a_wrong_right_entry_and_who_may_not(api: Api, home: Family) -> None:
    entry, other = note(home), set_marker(home)

    def why(who: str = "worker", **more: Any) -> object:
        return refused(api, who, "markEnteredInError", MARK, {"recordId": entry, "reason": "Wrong.", **more})

    assert why(insteadId=entry) == [("BAD_USER_INPUT", None, ["insteadId"])]
    assert why(insteadId=other) == [("NOT_FOUND", None, ["insteadId"])]
    assert why(recordId=home.case) == [("NOT_FOUND", None, ["recordId"])]
    assert why("southerner") == [("NOT_FOUND", None, [])]
    mark(api, entry)
    assert why() == [("ALREADY_DONE", None, ["recordId"])]


def test_refuses_the_only_child_of_an_open_case(api: Api, home: Family) -> None:
    given = {"personId": home.jake, "reason": "SINGLE_AGENCY", "note": "The school helps him."}
    home.step("manager", "endForChild", **given)

    asked = {"recordId": home.mia, "reason": "The wrong Mia."}
    assert refused(api, "worker", "markEnteredInError", MARK, asked) == [("REFUSED", "last_child", ["recordId"])]
