"""Correcting what a warning marker says."""

from tests.functional.api import Api
from tests.functional.caring import MARKER, refused, set_marker
from tests.functional.families import Family


def test_corrects_it_and_keeps_what_it_said(api: Api, home: Family) -> None:
    given = {"markerId": set_marker(home), "expectedRevision": 1, "why": "It is kept inside now."}

    found = api.do("worker", "amendMarker", MARKER, **given, reason="A dog, kept in the kitchen.")

    assert (found["revision"], found["reason"], found["kind"]) == (2, "A dog, kept in the kitchen.", "ANIMAL")
    said = api.last_payload("case", home.case)
    assert (said["before"]["reason"], said["why"]) == ("A large dog, loose in the yard.", "It is kept inside now.")


def test_refuses_an_old_revision_nothing_new_and_what_cannot_be(api: Api, home: Family) -> None:
    given = {"markerId": set_marker(home), "expectedRevision": 1, "why": "Wrong.", "kind": "PREMISES"}

    def code(who: str = "worker", **more: object) -> str:
        return refused(api, who, "amendMarker", MARKER, {**given, **more})[0][0]

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(kind="ANIMAL") == "ALREADY_DONE"
    assert code(source=None) == "BAD_USER_INPUT"
    assert code(familyTold=False) == "BAD_USER_INPUT"
    assert code("southerner") == "NOT_FOUND"


def test_refuses_one_that_has_ended(api: Api, home: Family) -> None:
    marker = set_marker(home)
    api.do("worker", "endMarker", MARKER, markerId=marker, reason="The dog has gone.")

    given = {"markerId": marker, "expectedRevision": 2, "why": "Wrong.", "kind": "PREMISES"}
    assert refused(api, "worker", "amendMarker", MARKER, given) == [("ALREADY_DONE", None, ["markerId"])]
