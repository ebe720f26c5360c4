"""Recording how somebody may be reached, and how not."""

from tests.functional.api import Api
from tests.functional.caring import SAFE, SOON, TODAY, add_number, record_safe, refused
from tests.functional.families import Family


def test_records_what_is_safe_and_what_is_not(api: Api, home: Family) -> None:
    said = {"preferred": "By text, while the children are at school.", "unsafe": "No letters.", "notSharedWith": "The children's father."}

    found = api.do("worker", "recordSafeContact", SAFE, personId=home.mother, source="Herself", **said)

    assert {name: found[name] for name in said} == said
    assert (found["source"], found["saidOn"], found["holdsNow"]) == ("Herself", str(TODAY), True)
    assert api.events("person", home.mother)[-1] == "SafeContactRecorded"


def test_whoever_sees_a_number_or_the_address_sees_it(api: Api, home: Family) -> None:
    home.join("school")
    record_safe(api, home.mother, "school")
    add_number(api, home.mother)

    people = "members { person { safeContact { unsafe } contactDetails { safeContact { unsafe } } } }"
    asked = f"query($id: ID!) {{ node(id: $id) {{ ... on Household {{ address {people} }} }} }}"
    for who in ("worker", "school", "manager", "service_manager"):
        members = api.ask(who, asked, id=home.household)["node"]["members"]
        [said] = [each["person"] for each in members if each["person"]["safeContact"]]
        assert said["safeContact"] == said["contactDetails"][0]["safeContact"] == {"unsafe": "Do not write: he opens the post."}


def test_one_statement_holds_at_a_time(api: Api, home: Family) -> None:
    record_safe(api, home.mother)

    given = {"personId": home.mother, "unsafe": "No calls.", "source": "Herself"}
    assert refused(api, "worker", "recordSafeContact", SAFE, given) == [("ALREADY_DONE", None, ["personId"])]


def test_refuses_what_says_nothing_a_day_ahead_and_who_may_not(api: Api, home: Family) -> None:
    def why(who: str = "worker", **more: object) -> object:
        return refused(api, who, "recordSafeContact", SAFE, {"personId": home.mother, "source": "Herself", **more})

    assert why() == [("BAD_USER_INPUT", None, ["preferred"])]
    assert why(unsafe="No letters.", saidOn=str(SOON)) == [("BAD_USER_INPUT", None, ["saidOn"])]
    assert why("service_manager", unsafe="No letters.") == [("NOT_PERMITTED", None, [])]
    assert why("southerner", unsafe="No letters.") == [("NOT_FOUND", None, [])]
