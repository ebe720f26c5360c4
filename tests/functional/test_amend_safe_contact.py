"""Saying anew how somebody may be reached, with its history."""

from tests.functional.api import Api
from tests.functional.caring import SAFE, record_safe, refused
from tests.functional.families import Family


def test_amends_it_and_shows_what_it_read_before(api: Api, home: Family) -> None:
    given = {"safeContactId": record_safe(api, home.mother), "expectedRevision": 1, "reason": "He reads her messages too."}

    found = api.do("worker", "amendSafeContact", SAFE, **given, unsafe="No letters, no messages.")

    assert (found["unsafe"], found["revision"]) == ("No letters, no messages.", 2)
    before = {"revision": 1, "unsafe": "Do not write: he opens the post.", "reason": "He reads her messages too."}
    assert found["revisions"] == [before]
    assert api.events("person", home.mother)[-1] == "SafeContactAmended"


def test_refuses_an_old_revision_nothing_new_nothing_said_and_who_may_not(api: Api, home: Family) -> None:
    given = {"safeContactId": record_safe(api, home.mother), "expectedRevision": 1, "reason": "Wrong.", "unsafe": "No calls."}

    def code(who: str = "worker", **more: object) -> str:
        return refused(api, who, "amendSafeContact", SAFE, {**given, **more})[0][0]

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(unsafe="Do not write: he opens the post.") == "ALREADY_DONE"
    assert code(unsafe=None) == "BAD_USER_INPUT"
    assert code(source=None) == "BAD_USER_INPUT"
    assert code("service_manager") == "NOT_PERMITTED"
    assert code("southerner") == "NOT_FOUND"
