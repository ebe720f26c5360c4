"""Saying what somebody needs in order to take part."""

from tests.functional.api import Api
from tests.functional.caring import NEEDS, SOON, TODAY, details_of, record_needs, refused
from tests.functional.families import Family

ASKED = "query($id: ID!) { node(id: $id) { ... on Person { accessNeeds { language } accessNeedsBefore { language holdsNow } } } }"


def test_records_a_language_and_an_interpreter(api: Api, home: Family) -> None:
    given = {"personId": home.mother, "language": "Polish", "interpreterNeeded": True, "communication": "Easy read."}

    found = api.do("worker", "recordAccessNeeds", NEEDS, **given)

    assert (found["language"], found["interpreterNeeded"], found["communication"]) == ("Polish", True, "Easy read.")
    assert (found["notedOn"], found["holdsNow"], found["revision"]) == (str(TODAY), True, 1)
    assert api.events("person", home.mother)[-1] == "AccessNeedsRecorded"


def test_what_is_said_anew_takes_the_place_of_what_was_said(api: Api, home: Family) -> None:
    record_needs(api, home.mother)

    record_needs(api, home.mother, language="Ukrainian")

    found = api.ask("worker", ASKED, id=home.mother)["node"]
    assert found == {"accessNeeds": {"language": "Ukrainian"}, "accessNeedsBefore": [{"language": "Polish", "holdsNow": False}]}


def test_the_team_around_the_family_sees_them_and_says_them(api: Api, home: Family) -> None:
    home.join("school")

    record_needs(api, home.mia, "school", language="British Sign Language")

    assert details_of(api, home.mia, "worker")["accessNeeds"] == {"language": "British Sign Language"}
    assert details_of(api, home.mia, "school")["accessNeeds"] == {"language": "British Sign Language"}


def test_refuses_what_says_nothing_and_hides_the_person(api: Api, home: Family) -> None:
    def why(who: str = "worker", **more: object) -> object:
        return refused(api, who, "recordAccessNeeds", NEEDS, {"personId": home.mother, "interpreterNeeded": True, **more})

    assert why() == [("BAD_USER_INPUT", None, ["language"])]
    assert why(communication="Time.") == [("BAD_USER_INPUT", None, ["language"])]
    assert why(language="Polish", notedOn=str(SOON)) == [("BAD_USER_INPUT", None, ["notedOn"])]
    assert why("service_manager", language="Polish") == [("NOT_PERMITTED", None, [])]
    assert why("southerner", language="Polish") == [("NOT_FOUND", None, [])]
