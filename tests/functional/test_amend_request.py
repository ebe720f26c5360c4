"""What was written down of a request can be corrected, also by who made it."""

from tests.functional.api import Api
from tests.functional.council import gid
from tests.functional.families import Family
from tests.functional.recording import find_early_help, search

REQUEST = "requestForHelp { id revision worries hopes referrerName case { id } }"


def request_of(api: Api) -> str:
    """Return the id of the only request."""
    return str(api.sql("SELECT 'request_' || id AS id FROM request_for_help")[0]["id"])


def test_corrects_what_is_given_and_leaves_the_rest(api: Api, family: Family) -> None:
    family.requested()

    found = api.do("triage", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, hopes="Calm mornings.")

    assert (found["revision"], found["hopes"], found["worries"]) == (2, "Calm mornings.", "Often late, and tired.")
    assert api.events("case", family.case)[-1] == "RequestAmended"


def test_lets_who_made_it_correct_it_without_seeing_the_case(api: Api, family: Family) -> None:
    family.requested()

    found = api.do("worker", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, worries="Often late.")

    assert (found["worries"], found["case"]) == ("Often late.", None)


def test_refuses_a_revision_that_was_written_again_since(api: Api, family: Family) -> None:
    family.requested()
    api.do("triage", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, hopes="Calm mornings.")

    [problem] = api.refused("triage", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, hopes="Other hopes.")

    assert (problem["code"], problem["path"]) == ("CONFLICT", ["expectedRevision"])


ASKED = "query($id: ID!) { node(id: $id) { ... on RequestForHelp { worries hopes caseReference } } }"


def test_shows_who_made_it_what_they_told_and_nothing_that_the_service_wrote_into_it(api: Api, family: Family) -> None:
    family.requested()
    request = request_of(api)
    assert api.ask("worker", ASKED, id=request)["node"]["worries"] == "Often late, and tired."

    api.do("triage", "amendRequest", REQUEST, requestId=request, expectedRevision=1, worries="His mother told us of violence.")

    assert api.ask("worker", ASKED, id=request)["node"] is None
    [problem] = api.refused("worker", "amendRequest", REQUEST, requestId=request, expectedRevision=2, hopes="Other hopes.")
    assert (problem["code"], problem["path"]) == ("NOT_FOUND", [])
    search(family)
    family.move("triage", "begin_triage")
    find_early_help(family)
    family.step("triage", "acceptRequest", teamId=gid("team", "North Family Team"))
    assert api.ask("worker", ASKED, id=request)["node"]["worries"] == "His mother told us of violence."


def test_goes_on_showing_who_made_it_what_they_corrected_themselves(api: Api, family: Family) -> None:
    family.requested()

    api.do("worker", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, worries="Often late.")

    assert api.ask("worker", ASKED, id=request_of(api))["node"]["worries"] == "Often late."


def test_refuses_to_take_the_name_of_somebody_who_is_not_anonymous(api: Api, family: Family) -> None:
    family.requested()

    [problem] = api.refused("triage", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, referrerName=None)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["referrerName"])


def test_says_nothing_of_a_request_to_who_has_nothing_to_do_with_it(api: Api, family: Family) -> None:
    family.requested()

    [problem] = api.refused("southerner", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, hopes="Other.")

    assert problem["code"] == "NOT_FOUND"


def test_refuses_to_clear_what_a_request_always_says(api: Api, family: Family) -> None:
    family.requested()

    [problem] = api.refused("triage", "amendRequest", REQUEST, requestId=request_of(api), expectedRevision=1, worries=None)

    assert (problem["code"], problem["path"]) == ("BAD_USER_INPUT", ["worries"])
