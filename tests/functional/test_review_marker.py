"""Looking at a warning marker again."""

import datetime as dt

from tests.functional.api import Api
from tests.functional.caring import LATE, MARKER, TODAY, refused, set_marker
from tests.functional.families import Family

NEXT = str(TODAY + dt.timedelta(days=90))


def test_lets_it_stand_until_another_day(api: Api, home: Family) -> None:
    given = {"markerId": set_marker(home), "expectedRevision": 1, "reviewOn": NEXT, "finding": "The dog is still loose."}

    found = api.do("manager", "reviewMarker", MARKER, **given)

    assert (found["revision"], found["reviewOn"], found["finding"]) == (2, NEXT, "The dog is still loose.")
    assert api.events("case", home.case)[-1] == "MarkerReviewed"


def test_a_marker_whose_day_has_come_still_stands_and_says_so(api: Api, home: Family) -> None:
    marker = set_marker(home)
    api.sql("UPDATE marker SET review_on = $1, known_on = $1", TODAY - dt.timedelta(days=1))

    asked = "query($id: ID!) { case(id: $id) { warnings { id isReviewDue isInForce } } }"
    assert api.ask("worker", asked, id=home.case)["case"]["warnings"] == [{"id": marker, "isReviewDue": True, "isInForce": True}]


def test_refuses_a_far_day_an_old_revision_and_who_may_only_warn(api: Api, home: Family) -> None:
    home.join("school")
    given = {"markerId": set_marker(home), "expectedRevision": 1, "reviewOn": NEXT, "finding": "As before."}

    assert refused(api, "worker", "reviewMarker", MARKER, {**given, "reviewOn": str(LATE)}) == [("BAD_USER_INPUT", None, ["reviewOn"])]
    assert refused(api, "worker", "reviewMarker", MARKER, {**given, "expectedRevision": 3})[0][0] == "CONFLICT"
    assert refused(api, "school", "reviewMarker", MARKER, given) == [("NOT_PERMITTED", None, [])]
    assert refused(api, "southerner", "reviewMarker", MARKER, given) == [("NOT_FOUND", None, [])]
