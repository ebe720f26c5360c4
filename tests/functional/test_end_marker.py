"""Ending a warning marker, with a reason."""

from tests.functional.api import Api
from tests.functional.caring import MARKER, refused, set_marker
from tests.functional.families import Family

ASKED = "query($id: ID!) { case(id: $id) { warnings { id } markers { id isInForce endReason } } }"


def test_ends_it_and_keeps_it_on_record(api: Api, home: Family) -> None:
    marker = set_marker(home)

    found = api.do("worker", "endMarker", MARKER, markerId=marker, reason="The dog has gone.")

    assert (found["isInForce"], found["endReason"], found["revision"]) == (False, "The dog has gone.", 2)
    shown = api.ask("worker", ASKED, id=home.case)["case"]
    assert shown == {"warnings": [], "markers": [{"id": marker, "isInForce": False, "endReason": "The dog has gone."}]}
    assert api.events("case", home.case)[-1] == "MarkerEnded"


def test_refuses_a_second_end_and_who_may_only_warn(api: Api, home: Family) -> None:
    home.join("school")
    given = {"markerId": set_marker(home, "school"), "reason": "Over."}

    assert refused(api, "school", "endMarker", MARKER, given) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", "endMarker", MARKER, given) == [("NOT_FOUND", None, [])]
    api.do("worker", "endMarker", MARKER, **given)
    assert refused(api, "worker", "endMarker", MARKER, given) == [("ALREADY_DONE", None, ["markerId"])]
