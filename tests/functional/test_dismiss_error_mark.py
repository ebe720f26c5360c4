"""Saying that a marked entry stays as it is."""

from tests.functional.api import Api
from tests.functional.caring import MARK, mark, refused, set_marker, strike
from tests.functional.families import Family


def test_somebody_else_finds_that_it_is_right(api: Api, home: Family) -> None:
    marker = set_marker(home)
    mark(api, marker)

    found = api.do("manager", "dismissErrorMark", MARK, recordId=marker, note="The dog is theirs: I saw it.")

    assert (found["outcome"], found["decidedBy"], found["revision"]) == ("DISMISSED", {"name": "Dawn Fry"}, 2)
    shown = api.ask("worker", "query($id: ID!) { case(id: $id) { warnings { errorMark { id } } } }", id=home.case)["case"]
    assert shown == {"warnings": [{"errorMark": None}]}
    assert api.events("case", home.case)[-1] == "ErrorMarkDismissed"


def test_who_marked_it_takes_it_back_and_it_can_be_marked_again(api: Api, home: Family) -> None:
    home.join("school")
    marker = set_marker(home)
    mark(api, marker, "school")

    assert api.do("school", "dismissErrorMark", MARK, recordId=marker, note="I looked at another.")["outcome"] == "DISMISSED"
    assert mark(api, marker)["outcome"] is None


def test_refuses_what_is_not_marked_what_is_confirmed_and_who_may_not(api: Api, home: Family) -> None:
    home.join("school")
    marker = set_marker(home)

    def why(who: str = "manager") -> object:
        return refused(api, who, "dismissErrorMark", MARK, {"recordId": marker, "note": "It is right."})

    assert why() == [("REFUSED", "not_marked", ["recordId"])]
    strike(api, marker)
    assert why() == [("ALREADY_DONE", None, ["recordId"])]
    assert why("school") == [("NOT_PERMITTED", None, [])]
    assert why("southerner") == [("NOT_FOUND", None, [])]
