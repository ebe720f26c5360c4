"""Warning whoever visits a family: with a reason, a source and a day of review."""

from tests.functional.api import Api
from tests.functional.caring import LATE, MARKER, SOON, TODAY, refused, set_marker, warning
from tests.functional.families import Family

ASKED = (
    "query($id: ID!) { case(id: $id) { warnings { kind } markers { kind } } worklist(first: 5) { edges { node { warnings { kind } } } } }"
)


def test_sets_a_marker_that_stands_until_its_review(api: Api, home: Family) -> None:
    version = home.version()

    found = api.do("worker", "setMarker", MARKER, **warning(home, personId=home.mother))

    assert (found["kind"], found["source"], found["knownOn"], found["reviewOn"]) == ("ANIMAL", "The postman", str(TODAY), str(SOON))
    assert (found["isInForce"], found["isReviewDue"], found["revision"]) == (True, False, 1)
    assert home.version() == version + 1
    assert api.events("case", home.case)[-1] == "MarkerSet"


def test_it_is_shown_on_the_case_and_in_the_worklist_to_who_sees_the_case(api: Api, home: Family) -> None:
    home.join("school")
    set_marker(home)

    for who in ("worker", "colleague", "school", "manager"):
        found = api.ask(who, ASKED, id=home.case)
        assert found["case"]["warnings"] == [{"kind": "ANIMAL"}]
        assert found["worklist"]["edges"] == [{"node": {"warnings": [{"kind": "ANIMAL"}]}}]


def test_who_sees_the_mother_by_another_case_learns_of_no_marker(api: Api, home: Family) -> None:
    marker = set_marker(home, personId=home.mother)

    assert api.ask("southerner", ASKED, id=home.case)["case"] is None
    assert api.ask("southerner", "query($id: ID!) { node(id: $id) { id } }", id=marker)["node"] is None


def test_whoever_works_with_the_family_may_warn(api: Api, home: Family) -> None:
    home.join("school")

    for who in ("school", "colleague", "manager", "service_manager"):
        assert set_marker(home, who)


def test_it_has_a_review_within_half_a_year_and_says_why_the_family_was_not_told(api: Api, home: Family) -> None:
    def why(**more: object) -> object:
        return refused(api, "worker", "setMarker", MARKER, warning(home, **more))

    assert why(reviewOn=str(LATE)) == [("BAD_USER_INPUT", None, ["reviewOn"])]
    assert why(reviewOn=str(TODAY)) == [("BAD_USER_INPUT", None, ["reviewOn"])]
    assert why(familyTold=False) == [("BAD_USER_INPUT", None, ["whyNotTold"])]
    assert why(knownOn=str(SOON)) == [("BAD_USER_INPUT", None, ["knownOn"])]
    assert why(reason="a" * 20_001) == [("TOO_LONG", None, ["reason"])]


def test_refuses_somebody_of_another_family_and_hides_the_case(api: Api, home: Family) -> None:
    stranger = home.person("Noor", "ADULT")

    assert refused(api, "worker", "setMarker", MARKER, warning(home, personId=stranger)) == [("NOT_FOUND", None, ["personId"])]
    assert refused(api, "southerner", "setMarker", MARKER, warning(home)) == [("NOT_FOUND", None, [])]
