"""Correcting a contact detail, or saying anew who may know it."""

from tests.functional.api import Api
from tests.functional.caring import DETAIL, add_number, details_of, refused
from tests.functional.families import Family


def test_says_anew_who_may_know_it(api: Api, home: Family) -> None:
    home.join("school")
    given = {"contactDetailId": add_number(api, home.mother), "expectedRevision": 1, "reason": "She asked for it."}

    found = api.do("worker", "amendContactDetail", DETAIL, **given, audience="CASE_HOLDERS")

    assert (found["audience"], found["revision"]) == ("CASE_HOLDERS", 2)
    assert details_of(api, home.mother, "school")["contactDetails"] == []
    assert api.last_payload("person", home.mother)["before"]["audience"] == "everybody"


def test_refuses_an_old_revision_nothing_new_and_what_cannot_be(api: Api, home: Family) -> None:
    given = {"contactDetailId": add_number(api, home.mother), "expectedRevision": 1, "reason": "Wrong.", "value": "01632 960999"}

    def code(who: str = "worker", **more: object) -> str:
        return refused(api, who, "amendContactDetail", DETAIL, {**given, **more})[0][0]

    assert code(expectedRevision=2) == "CONFLICT"
    assert code(value="01632 960123") == "ALREADY_DONE"
    assert code(value=None) == "BAD_USER_INPUT"
    assert code(kind="EMAIL") == "BAD_USER_INPUT"
    assert code(audience="THIS_CASE") == "BAD_USER_INPUT"
    assert code("service_manager") == "NOT_PERMITTED"
    assert code("southerner") == "NOT_FOUND"


def test_one_that_is_kept_from_them_is_not_found_by_who_sees_the_person(api: Api, home: Family) -> None:
    home.join("school")
    detail = add_number(api, home.mother, audience="CASE_HOLDERS")

    given = {"contactDetailId": detail, "expectedRevision": 1, "reason": "Wrong.", "value": "01632 960999"}
    assert refused(api, "school", "amendContactDetail", DETAIL, given) == [("NOT_FOUND", None, [])]
