"""Saying that a statement about safe contact holds no more."""

from tests.functional.api import Api
from tests.functional.caring import SAFE, details_of, record_safe, refused
from tests.functional.families import Family


def test_ends_it_so_that_another_can_be_recorded(api: Api, home: Family) -> None:
    found = api.do("worker", "endSafeContact", SAFE, safeContactId=record_safe(api, home.mother), reason="He has moved away; she said so.")

    assert (found["holdsNow"], found["endReason"]) == (False, "He has moved away; she said so.")
    assert details_of(api, home.mother, "worker")["safeContact"] is None
    assert record_safe(api, home.mother) != found["id"]


def test_who_may_only_warn_may_not_take_the_warning_away(api: Api, home: Family) -> None:
    home.join("school")
    given = {"safeContactId": record_safe(api, home.mother, "school"), "reason": "Over."}

    assert refused(api, "school", "endSafeContact", SAFE, given) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", "endSafeContact", SAFE, given) == [("NOT_FOUND", None, [])]
    api.do("worker", "endSafeContact", SAFE, **given)
    assert refused(api, "worker", "endSafeContact", SAFE, given) == [("ALREADY_DONE", None, ["safeContactId"])]
