"""Saying that somebody is not reached a way any more."""

from tests.functional.api import Api
from tests.functional.caring import DETAIL, add_number, refused
from tests.functional.families import Family


def test_ends_it_and_keeps_it_on_record(api: Api, home: Family) -> None:
    found = api.do("worker", "endContactDetail", DETAIL, contactDetailId=add_number(api, home.mother), reason="A new number.")

    assert (found["isInUse"], found["endReason"], found["value"], found["revision"]) == (False, "A new number.", "01632 960123", 2)
    assert api.events("person", home.mother)[-1] == "ContactDetailEnded"


def test_refuses_a_second_end_and_who_may_not(api: Api, home: Family) -> None:
    given = {"contactDetailId": add_number(api, home.mother), "reason": "A new number."}

    assert refused(api, "service_manager", "endContactDetail", DETAIL, given) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", "endContactDetail", DETAIL, given) == [("NOT_FOUND", None, [])]
    api.do("worker", "endContactDetail", DETAIL, **given)
    assert refused(api, "worker", "endContactDetail", DETAIL, given) == [("ALREADY_DONE", None, ["contactDetailId"])]
